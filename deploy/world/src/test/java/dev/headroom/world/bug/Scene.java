package dev.headroom.world.bug;

import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Site;
import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.world.fault.Fault;
import dev.headroom.world.fault.FaultKind;
import dev.headroom.world.fault.Faults;
import dev.headroom.world.run.Verdict;
import dev.headroom.world.run.World;
import dev.headroom.world.setting.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A world made to provoke a bug, with what goes wrong in it anyway. */
record Scene(Setting setting, Faults faults) {

  /** Nothing goes wrong. */
  static Scene at(Site site, Duration length, long seed) {
    Setting setting =
        new Setting(
            seed,
            length,
            site,
            site,
            Duration.ofSeconds(1),
            Duration.ofMinutes(2),
            site.evses().stream()
                .map(evse -> evse.address().stationId())
                .collect(Collectors.toMap(id -> id, _ -> OcppVersion.OCPP_1_6)));
    return new Scene(setting, new Faults(List.of()));
  }

  /** As well this, from and to so many seconds after the start. */
  Scene with(FaultKind kind, String target, int from, int to) {
    List<Fault> all = new ArrayList<>(faults.all());
    all.add(
        new Fault(
            kind, target, 0.5, Setting.START.plusSeconds(from), Setting.START.plusSeconds(to)));
    return new Scene(setting, new Faults(all));
  }

  /** Again and again, for some seconds of each period, to one charger after the other. */
  Scene withEach(FaultKind kind, int from, int period, int lasts) {
    List<Evse> evses = setting.site().evses();
    Scene scene = this;
    for (int i = 0; from + i * period < setting.length().toSeconds(); i++) {
      String station = evses.get(i % evses.size()).address().stationId();
      String target = kind.part() == FaultKind.Part.CHARGER ? station : Sites.METER;
      int start = from + i * period;
      scene = scene.with(kind, target, start, start + lasts);
    }
    return scene;
  }

  /** The same, and no longer than this. */
  Scene until(Duration length) {
    return new Scene(
        new Setting(
            setting.seed(),
            length,
            setting.site(),
            setting.other(),
            setting.meterPeriod(),
            setting.profileTtl(),
            setting.versions()),
        faults);
  }

  Verdict run(Sabotage sabotage) {
    return new World(setting, faults, sabotage).run();
  }
}
