package dev.headroom.core.allocation;

import static dev.headroom.core.electrical.Phase.L1;
import static dev.headroom.core.electrical.Phase.L2;
import static dev.headroom.core.electrical.Phase.L3;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.SupplySystem;
import dev.headroom.core.electrical.Transformer;
import dev.headroom.core.electrical.VectorGroup;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.reading.MeterHistory;
import dev.headroom.core.site.BaseRises;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.Site;
import dev.headroom.core.site.SiteSketch;
import dev.headroom.core.site.SiteTree;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A service entrance of which nothing is said carries the base load of the circuits it feeds. */
class BaseLoadsBelowTest {

  private static final Wiring BOTH = new Wiring.LineToLine(L1, L2);
  private static final Set<Phase> ALL = Set.of(L1, L2, L3);

  @Test
  void aCircuitAddsToTheLinesItHangsOnAlone() {
    Circuit wide = circuit("wide", ALL, 20_000, Optional.empty());
    Circuit narrow = circuit("narrow", Set.of(L2), 5_000, Optional.empty());
    assertThat(baseOfService(wide, narrow)).isEqualTo(Map.of(L1, 20_000, L2, 25_000, L3, 20_000));
  }

  /** 30 A on each line of 208Y/120 are up to 2 × 0.25 × 30 A in a line of the delta at 480 V. */
  @Test
  void aTransformerPassesOnWhatItMakesOfIt() {
    Transformer transformer =
        new Transformer(
            75_000, VectorGroup.DYN11, SupplySystem.WYE_480Y_277, SupplySystem.WYE_208Y_120);
    Circuit behind = circuit("behind", ALL, 30_000, Optional.of(transformer));
    assertThat(baseOfService(behind)).isEqualTo(Map.of(L1, 15_000, L2, 15_000, L3, 15_000));
  }

  /**
   * S1: the panel's CT sees nothing of what is drawn beside it, so nothing of that is taken off.
   */
  @Test
  void whatEvsesDrewBesideACtIsNotTakenOffWhatItRead() {
    SiteSketch sketch = new SiteSketch(Supply.SPLIT_PHASE_120_240);
    sketch.circuit("service", 200);
    sketch.circuit("panel", 100).under("service").meter("ct").base(50);
    sketch.circuit("garage", 100).under("service").base(20);
    sketch.evse("inside", "panel", BOTH);
    sketch.evse("beside", "garage", BOTH);
    SiteTree tree = new SiteTree(sketch.site());
    Grid grid = new Grid(tree, new BitSet());
    List<EvseBook> books = tree.site().evses().stream().map(it -> new EvseBook(it, 1)).toList();
    MeterHistory ct = new MeterHistory(Duration.ofSeconds(5), Duration.ofSeconds(60));
    for (int second = 15; second >= 0; second--) {
      Instant then = Looks.NOW.minusSeconds(second);
      ct.accept(Samples.reading(40_000, then));
      books.forEach(book -> Samples.draws(book, 16_000, then));
    }

    Conductor service = grid.conductors().getFirst();
    Sure sure = Looks.bases(tree, grid, books, Map.of("ct", ct)).get(service.place()).sure();

    assertThat(sure.beyond()).isBetween(60_000.0, 61_000.0);
    assertThat(service.carrier().most(sure.drawn())).isEqualTo(16_000);
  }

  private static Map<Phase, Integer> baseOfService(Circuit... fed) {
    Circuit service = circuit("service", Optional.empty(), ALL, Optional.empty(), Optional.empty());
    List<Circuit> circuits = Stream.concat(Stream.of(service), Stream.of(fed)).toList();
    Control control =
        new Control(Control.Fallback.MINIMUM, Control.STALE_AFTER, Control.RAISE_DELAY);
    Site site = new Site("test", Supply.WYE_480Y_277, control, circuits, List.of());
    SiteController controller = new SiteController(new SiteTree(site), 1, 1, Optional.empty());
    controller.decide(Instant.parse("2026-01-01T00:00:00Z"));
    return controller.seen().stream()
        .filter(load -> load.circuit().equals("service"))
        .collect(Collectors.toMap(CircuitLoad::phase, CircuitLoad::baseMilliamps));
  }

  private static Circuit circuit(
      String name, Set<Phase> phases, int baseMilliamps, Optional<Transformer> transformer) {
    return circuit(
        name,
        Optional.of("service"),
        phases,
        Optional.of(PerPhase.same(phases, baseMilliamps)),
        transformer);
  }

  private static Circuit circuit(
      String name,
      Optional<String> parent,
      Set<Phase> phases,
      Optional<PerPhase> base,
      Optional<Transformer> transformer) {
    return new Circuit(
        name,
        parent,
        200_000,
        800,
        phases,
        Optional.empty(),
        base,
        true,
        OptionalInt.empty(),
        BaseRises.UNDECLARED,
        transformer);
  }
}
