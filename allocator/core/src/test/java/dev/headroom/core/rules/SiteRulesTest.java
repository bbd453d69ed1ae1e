package dev.headroom.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.electrical.Wiring.LineToLine;
import dev.headroom.core.electrical.Wiring.LineToNeutral;
import dev.headroom.core.electrical.Wiring.ThreePhase;
import dev.headroom.core.site.SiteSketch;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is refused and what is warned of, in the order of the rules. */
class SiteRulesTest {

  private static final Wiring L1_L2 = new LineToLine(Phase.L1, Phase.L2);
  private final SiteSketch sketch = new SiteSketch(Supply.WYE_208Y_120);

  @Test
  void findsNothingInASoundSite() {
    sketch.circuit("service", 400).base(100);
    sketch.circuit("panel", 200).under("service");
    sketch.evse("port-1", "panel", L1_L2);

    assertThat(found()).isEmpty();
  }

  @Test
  void wantsOneServiceEntrance() {
    sketch.circuit("east", 400).base(0);
    sketch.circuit("west", 400).base(0);

    assertThat(found())
        .containsExactly(
            "ERROR spec.circuits: 2 circuits have no parent: east, west; a site has one service"
                + " entrance → name the parent of all but one");
  }

  @Test
  void wantsAServiceEntranceAtAll() {
    assertThat(found())
        .containsExactly(
            "ERROR spec.circuits: no circuit is the service entrance → leave out the parent of the"
                + " circuit that the utility feeds");
  }

  @Test
  void namesBothEndsOfAMissingParent() {
    sketch.circuit("service", 400).base(0);
    sketch.circuit("panel", 200).under("main");

    assertThat(found())
        .containsExactly(
            "ERROR spec.circuits[1].parent: circuit 'panel' is fed by 'main', which is not there →"
                + " circuits are service, panel");
  }

  @Test
  void findsARingOnceAndNotTheCircuitsThatHangOnIt() {
    sketch.circuit("service", 400).base(0);
    sketch.circuit("a", 200).under("c");
    sketch.circuit("b", 200).under("a");
    sketch.circuit("c", 200).under("b");
    sketch.circuit("leaf", 200).under("a");

    assertThat(found())
        .containsExactly(
            "ERROR spec.circuits[1].parent: circuits feed each other in a ring: a → c → b → a → let"
                + " one of them be fed from outside the ring");
  }

  @Test
  void findsACircuitThatFeedsItself() {
    sketch.circuit("service", 400).base(0);
    sketch.circuit("panel", 200).under("panel");

    assertThat(found()).singleElement().asString().contains("in a ring: panel → panel");
  }

  @Test
  void wantsNamesToBeUnique() {
    sketch.circuit("service", 400).base(0).meter("main");
    sketch.circuit("panel", 200).under("service").base(0).meter("main");
    sketch.circuit("panel", 200).under("service");
    sketch.evse("port", "panel", L1_L2).at("CP-1", 1);
    sketch.evse("port", "panel", L1_L2).at("CP-1", 2);

    assertThat(found())
        .containsExactly(
            "ERROR spec.circuits[1].meter.name: circuits 'service' and 'panel' both have a meter"
                + " named 'main' → rename one; readings arrive under the meter's name",
            "ERROR spec.circuits[2].name: two circuits are named 'panel' → rename one",
            "ERROR spec.evses[1].name: two EVSEs are named 'port' → rename one");
  }

  @Test
  void wantsOneEvseForEachStationAddress() {
    sketch.circuit("service", 400).base(0);
    sketch.evse("left", "service", L1_L2).at("CP-1", 1);
    sketch.evse("right", "service", L1_L2).at("CP-1", 1);

    assertThat(found())
        .containsExactly(
            "ERROR spec.evses[1].station: EVSEs 'left' and 'right' are both number 1 of station"
                + " 'CP-1' → give each its own station, or its own evseId there");
  }

  @Test
  void findsAPhaseTheSupplyLacks() {
    SiteSketch split = new SiteSketch(Supply.SPLIT_PHASE_120_240);
    split.circuit("service", 200).phases(Set.of(Phase.L1, Phase.L2)).base(0);
    split.circuit("panel", 100).under("service").phases(Set.of(Phase.L3));
    split.evse("port", "service", new ThreePhase(Phase.L1));

    assertThat(SiteSketch.found(split))
        .containsExactly(
            "ERROR spec.circuits[1].phases: circuit 'panel' uses L3, which its parent 'service'"
                + " lacks → 'service' has [L1, L2]",
            "ERROR spec.circuits[1].phases: circuit 'panel' uses L3, which a supply of 120/240"
                + " lacks → it has [L1, L2]",
            "ERROR spec.evses[0].wiring: EVSE 'port' is wired to L3, which a supply of 120/240"
                + " lacks → it has [L1, L2]");
  }

  @Test
  void findsAPhaseTheEvsesCircuitLacks() {
    sketch.circuit("service", 400).base(0);
    sketch.circuit("panel", 200).under("service").phases(Set.of(Phase.L1, Phase.L2));
    sketch.evse("port", "panel", new LineToLine(Phase.L2, Phase.L3));

    assertThat(found())
        .containsExactly(
            "ERROR spec.evses[0].wiring: EVSE 'port' is wired to L3, which its circuit 'panel'"
                + " lacks → 'panel' has [L1, L2]");
  }

  @Test
  void findsAnEvseOnACircuitThatIsNotThere() {
    sketch.circuit("service", 400).base(0);
    sketch.evse("port", "panel", L1_L2);

    assertThat(found())
        .containsExactly(
            "ERROR spec.evses[0].circuit: EVSE 'port' is fed by 'panel', which is not there →"
                + " circuits are service");
  }

  @Test
  void refusesFourHundredVoltsForASinglePhaseCharger() {
    SiteSketch wye = new SiteSketch(Supply.WYE_400Y_230);
    wye.circuit("service", 100).base(0);
    wye.evse("wrong", "service", L1_L2);
    wye.evse("right", "service", new LineToNeutral(Phase.L3));

    assertThat(SiteSketch.found(wye))
        .containsExactly(
            "ERROR spec.evses[0].wiring: EVSE 'wrong' would see 400 V between two lines → on"
                + " 400Y/230 wire it line to neutral or on three lines");
  }

  @Test
  void holdsAnEvseToItsBranchBreaker() {
    sketch.circuit("service", 400).base(0);
    sketch.evse("fits", "service", L1_L2).branchBreaker(40).maximum(32);
    sketch.evse("trips", "service", L1_L2).branchBreaker(40).maximum(32.001);

    assertThat(found())
        .containsExactly(
            "ERROR spec.evses[1].maximumAmps: EVSE 'trips' may draw 32.001 A, above 0.8 × its"
                + " branch breaker of 40 A → set maximumAmps to 32 or less");
  }

  @Test
  void warnsOfARatingAboveItsParents() {
    sketch.circuit("service", 200).base(0);
    sketch.circuit("panel", 225).under("service");

    assertThat(found()).singleElement().asString().startsWith("WARNING").contains("225 A, above");
  }

  private List<String> found() {
    return SiteSketch.found(sketch);
  }
}
