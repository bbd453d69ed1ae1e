package dev.headroom.contract.codec;

import dev.headroom.contract.state.ControlRecord;
import dev.headroom.core.demand.Demand;
import dev.headroom.core.demand.OpenWindow;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.memory.ControlState;
import dev.headroom.core.memory.EvseMemory;
import dev.headroom.core.memory.SiteMemory;
import dev.headroom.core.site.Names;
import dev.headroom.core.stagger.Presence;
import dev.headroom.core.stagger.Stagger;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An allocator's control state of one site. */
record ControlStateJson(
    int version,
    String site,
    long epoch,
    long siteVersion,
    Instant at,
    List<EvseMemoryJson> evses,
    Optional<DemandWindowJson> demand,
    StaggerJson stagger,
    List<DoubtJson> doubts,
    Optional<OpenWindowJson> metered) {

  static final int VERSION = 1;

  record StaggerJson(
      Optional<Instant> begun,
      Map<String, Presence> last,
      Map<String, Instant> came,
      Optional<Instant> over) {}

  record DoubtJson(String circuit, Phase phase, int missed) {}

  record PowerJson(long watts, boolean real) {}

  record OpenWindowJson(
      String circuit,
      Instant start,
      long lengthSeconds,
      Instant until,
      Optional<PowerJson> last,
      long millijoules,
      long missingMillis,
      boolean real) {

    static OpenWindowJson of(OpenWindow window) {
      return new OpenWindowJson(
          window.circuit(),
          window.start(),
          window.length().toSeconds(),
          window.until(),
          window.last().map(power -> new PowerJson(power.watts(), power.real())),
          window.millijoules(),
          window.missingMillis(),
          window.real());
    }

    OpenWindow window() {
      return new OpenWindow(
          Names.check("circuit", circuit),
          start,
          Duration.ofSeconds(lengthSeconds),
          until,
          last.map(power -> new OpenWindow.Power(power.watts(), power.real())),
          millijoules,
          missingMillis,
          real);
    }
  }

  static ControlStateJson of(ControlRecord record) {
    SiteMemory memory = record.state().memory();
    Stagger stagger = memory.stagger();
    return new ControlStateJson(
        VERSION,
        record.site(),
        record.epoch(),
        record.siteVersion(),
        record.at(),
        memory.evses().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> EvseMemoryJson.of(entry.getKey(), entry.getValue()))
            .toList(),
        memory.demand().window().map(DemandWindowJson::of),
        new StaggerJson(stagger.begun(), stagger.last(), stagger.came(), stagger.over()),
        record.state().doubts().stream()
            .map(doubt -> new DoubtJson(doubt.circuit(), doubt.phase(), doubt.missed()))
            .toList(),
        record.state().metered().map(OpenWindowJson::of));
  }

  ControlRecord record() {
    if (version != VERSION || epoch < 0 || siteVersion < 0) {
      throw new IllegalArgumentException(
          "version %d of epoch %d for site version %d".formatted(version, epoch, siteVersion));
    }
    Map<String, EvseMemory> memories = new HashMap<>();
    for (EvseMemoryJson evse : evses) {
      if (memories.put(Names.check("EVSE", evse.evse()), evse.memory()) != null) {
        throw new IllegalArgumentException("EVSE '" + evse.evse() + "' is there twice");
      }
    }
    SiteMemory memory =
        new SiteMemory(
            memories,
            new Demand(demand.map(DemandWindowJson::window)),
            new Stagger(stagger.begun(), stagger.last(), stagger.came(), stagger.over()));
    List<ControlState.Doubt> doubted =
        doubts.stream()
            .map(it -> new ControlState.Doubt(it.circuit(), it.phase(), it.missed()))
            .toList();
    return new ControlRecord(
        Names.check("site", site),
        epoch,
        siteVersion,
        at,
        new ControlState(memory, doubted, metered.map(OpenWindowJson::window)));
  }
}
