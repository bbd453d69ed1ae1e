package dev.headroom.core.network;

import static dev.headroom.core.electrical.Phase.L1;
import static dev.headroom.core.electrical.Phase.L2;
import static dev.headroom.core.electrical.Phase.L3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.SupplySystem;
import dev.headroom.core.electrical.Transformer;
import dev.headroom.core.electrical.VectorGroup;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.network.Place.Kind;
import dev.headroom.core.site.Sharing.Sums;
import dev.headroom.core.site.SiteSketch;
import dev.headroom.core.site.SiteTree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkTest {

  private static final Wiring AB = new Wiring.LineToLine(L1, L2);
  private static final Wiring BC = new Wiring.LineToLine(L2, L3);
  private static final Wiring CA = new Wiring.LineToLine(L3, L1);

  @Test
  void twoEqualLegsGiveRootThreeOnTheLineTheyShare() {
    Network network = Network.of(panel(AB, CA));

    assertThat(carried(network, Place.line("panel", L1), 10_000, 10_000))
        .isCloseTo(10_000 * Math.sqrt(3), within(1e-6));
    assertThat(carried(network, Place.line("panel", L2), 10_000, 10_000))
        .isCloseTo(10_000, within(1e-6));
  }

  @Test
  void plainSumsTakeEachCurrentInFull() {
    Network network = Network.of(panel(AB, CA), Sums.PLAIN);

    assertThat(carried(network, Place.line("panel", L1), 10_000, 10_000)).isEqualTo(20_000);
    assertThat(network.bounds()).allMatch(bound -> bound.directions().size() <= 1);
  }

  @Test
  void ratesItsBoundsInTheirOrder() {
    SiteTree tree = panel(AB, CA);
    Network network = Network.of(tree);

    assertThat(Rating.ofAll(tree, network))
        .containsExactlyElementsOf(
            network.bounds().stream().map(bound -> Rating.of(tree, bound.place())).toList());
  }

  @Test
  void lessLoadMeansMoreCurrentBehindADeltaWyeTransformer() {
    Network network = Network.of(garage(VectorGroup.DYN11, AB, BC));
    Bound primary = bound(network, Place.primary("panel", L1));
    double[] sums = primary.sums(new int[] {100_000, 50_000});

    assertThat(primary.flowing(sums)).isCloseTo(21_651, within(1.0));
    assertThat(primary.carried(sums)).isCloseTo(25_000, within(1e-6));
    assertThat(primary.envelopeLoss(sums)).isCloseTo(3_349, within(1.0));
    assertThat(primary.isEnvelope()).isTrue();
  }

  @Test
  void theServiceAboveATransformerCarriesItsPrimary() {
    Network network = Network.of(garage(VectorGroup.DYN11, AB, BC));

    for (Phase line : Phase.values()) {
      assertThat(carried(network, Place.line("service", line), 100_000, 50_000))
          .isEqualTo(carried(network, Place.primary("panel", line), 100_000, 50_000));
      assertThat(carried(network, Place.secondary("panel", line), 100_000, 50_000))
          .isEqualTo(carried(network, Place.line("panel", line), 100_000, 50_000));
    }
  }

  /** A load on the primary side points as its voltages do, whatever the windings in between. */
  @ParameterizedTest
  @EnumSource(names = {"DYN1", "DYN11", "YYN0"})
  void loadsOnBothSidesOfATransformerAddInPhase(VectorGroup group) {
    SiteSketch sketch = garageSketch(group);
    sketch.evse("below", "panel", new Wiring.ThreePhase(L1));
    sketch.evse("beside", "service", new Wiring.ThreePhase(L1));
    Network network = Network.of(new SiteTree(sketch.site()));
    double ratio = 120 / 277.0;

    assertThat(carried(network, Place.line("service", L2), 10_000, 10_000))
        .isCloseTo(10_000 * (1 + ratio), within(5.0));
  }

  /** Renaming the lines in a circle renames the results, and changes nothing else. */
  @ParameterizedTest
  @EnumSource(names = {"DYN1", "DYN11", "YYN0"})
  void noLineIsSpecial(VectorGroup group) {
    int[] milliamps = {31_000, 7_000, 16_000, 13_000};
    Network straight = Network.of(garage(group, AB, BC, CA, new Wiring.LineToNeutral(L2)));
    Network turned = Network.of(garage(group, BC, CA, AB, new Wiring.LineToNeutral(L3)));

    for (Bound bound : straight.bounds()) {
      Place place = bound.place();
      Place next = new Place(place.kind(), place.circuit(), place.phase().map(NetworkTest::next));
      assertThat(carried(turned, next, milliamps))
          .as("%s", place)
          .isCloseTo(carried(straight, place, milliamps), within(1e-3));
    }
  }

  @Test
  void aNeutralCarriesTheWorstOfTheLoadsThatReturnThroughIt() {
    SiteSketch sketch = new SiteSketch(Supply.WYE_208Y_120);
    sketch.circuit("panel", 100).base(0).neutral(60);
    sketch.evse("a", "panel", new Wiring.LineToNeutral(L1));
    sketch.evse("b", "panel", new Wiring.LineToNeutral(L2));
    sketch.evse("all", "panel", new Wiring.ThreePhase(L1));
    sketch.evse("none", "panel", AB);
    Network network = Network.of(new SiteTree(sketch.site()));
    Bound neutral = bound(network, Place.neutral("panel"));

    assertThat(neutral.carried(neutral.sums(new int[] {10_000, 0, 0, 0}))).isEqualTo(10_000);
    assertThat(neutral.carried(neutral.sums(new int[] {10_000, 10_000, 0, 0})))
        .isCloseTo(10_000, within(1e-6));
    assertThat(neutral.carried(neutral.sums(new int[] {0, 0, 10_000, 0})))
        .isCloseTo(10_000, within(1e-6));
    assertThat(neutral.flowing(neutral.sums(new int[] {0, 0, 10_000, 0})))
        .isCloseTo(0, within(1e-6));
    assertThat(neutral.carried(neutral.sums(new int[] {0, 0, 0, 32_000}))).isZero();
  }

  @Test
  void theNeutralOfSplitPhaseCarriesOneSideAtAtime() {
    SiteSketch sketch = new SiteSketch(Supply.SPLIT_PHASE_120_240);
    sketch.circuit("panel", 100).base(0).neutral(60);
    sketch.evse("a", "panel", new Wiring.LineToNeutral(L1));
    sketch.evse("b", "panel", new Wiring.LineToNeutral(L2));
    Network network = Network.of(new SiteTree(sketch.site()));

    assertThat(carried(network, Place.neutral("panel"), 16_000, 12_000)).isEqualTo(16_000);
  }

  @Test
  void aNeutralEndsAtADelta() {
    SiteSketch sketch = garageSketch(VectorGroup.DYN11);
    sketch.evse("a", "panel", new Wiring.LineToNeutral(L1));
    Network network = Network.of(new SiteTree(sketch.site()));

    assertThat(carried(network, Place.neutral("panel"), 20_000)).isEqualTo(20_000);
    assertThat(carried(network, Place.neutral("service"), 20_000)).isZero();
    assertThat(carried(network, Place.primary("panel", L1), 20_000)).isCloseTo(5_000, within(1e-6));
    assertThat(carried(network, Place.primary("panel", L2), 20_000)).isCloseTo(5_000, within(1e-6));
    assertThat(carried(network, Place.primary("panel", L3), 20_000)).isZero();
  }

  @Test
  void splitPhaseFromTwoLinesLoadsThoseTwo() {
    SiteSketch sketch = new SiteSketch(Supply.WYE_480Y_277);
    sketch.circuit("service", 200).base(0);
    sketch
        .circuit("shop", 125)
        .under("service")
        .through(
            new Transformer(
                25_000,
                VectorGroup.II0,
                SupplySystem.WYE_480Y_277,
                SupplySystem.SPLIT_PHASE,
                List.of(L2, L3)));
    sketch.evse("level-2", "shop", AB);
    SiteTree tree = new SiteTree(sketch.site());
    Network network = Network.of(tree);

    assertThat(tree.supplyOf(tree.circuit("shop"))).isEqualTo(Supply.SPLIT_PHASE_120_240);
    assertThat(carried(network, Place.line("service", L1), 32_000)).isZero();
    assertThat(carried(network, Place.line("service", L2), 32_000)).isCloseTo(16_000, within(1e-6));
    assertThat(carried(network, Place.line("service", L3), 32_000)).isCloseTo(16_000, within(1e-6));
    assertThat(carried(network, Place.power("service"), 32_000)).isEqualTo(32_000 * 240.0);
  }

  @Test
  void powerCountsAtTheVoltsWhereItIsDrawn() {
    SiteSketch sketch = garageSketch(VectorGroup.DYN11);
    sketch.evse("below", "panel", AB);
    sketch.evse("beside", "service", new Wiring.LineToNeutral(L1));
    Network network = Network.of(new SiteTree(sketch.site()));

    assertThat(carried(network, Place.power("service"), 10_000, 10_000))
        .isEqualTo(10_000 * 208.0 + 10_000 * 277.0);
  }

  @Test
  void ratingsSayWhatEachBoundMayCarryAndTheWorstBesideEvses() {
    SiteSketch sketch = new SiteSketch(Supply.WYE_480Y_277);
    sketch.circuit("service", 225).base(40).neutral(100);
    sketch
        .circuit("panel", 500)
        .under("service")
        .factor(1000)
        .through(transformer(VectorGroup.DYN11))
        .base(Map.of(L1, 10_000, L2, 20_000, L3, 40_000));
    SiteTree tree = new SiteTree(sketch.site());
    Network network = Network.of(tree);

    assertThat(Rating.ofAll(tree, network)).hasSameSizeAs(network.bounds());
    assertThat(Rating.of(tree, Place.line("service", L2)))
        .isEqualTo(new Rating.Current(180_000, 225_000, 40_000));
    assertThat(Rating.of(tree, Place.neutral("service")))
        .isEqualTo(new Rating.Current(100_000, 100_000, 120_000));
    assertThat(Rating.of(tree, Place.secondary("panel", L2)))
        .isEqualTo(new Rating.Current(416_666, 416_666, 20_000));
    // Primary A = ¼ (Ia − Ic), whatever the angle between them.
    assertThat(Rating.of(tree, Place.primary("panel", L1)))
        .isEqualTo(new Rating.Current(180_505, 180_505, 12_500));
    assertThat(Rating.of(tree, Place.power("service")))
        .isEqualTo(new Rating.Power(3 * 277L * 40_000));
  }

  @Test
  void boundsComeRootFirstAndEachOnce() {
    Network network = Network.of(garage(VectorGroup.DYN11, AB));

    assertThat(network.bounds().stream().map(Bound::place)).doesNotHaveDuplicates();
    assertThat(network.bounds().stream().map(it -> it.place().kind()).distinct())
        .containsExactly(Kind.LINE, Kind.NEUTRAL, Kind.PRIMARY, Kind.SECONDARY, Kind.POWER);
  }

  private static Phase next(Phase line) {
    return Phase.values()[(line.ordinal() + 1) % 3];
  }

  private static SiteTree panel(Wiring... wirings) {
    SiteSketch sketch = new SiteSketch(Supply.WYE_208Y_120);
    sketch.circuit("panel", 100).base(0);
    for (int port = 0; port < wirings.length; port++) {
      sketch.evse("evse-" + port, "panel", wirings[port]);
    }
    return new SiteTree(sketch.site());
  }

  private static SiteTree garage(VectorGroup group, Wiring... wirings) {
    SiteSketch sketch = garageSketch(group);
    for (int port = 0; port < wirings.length; port++) {
      sketch.evse("evse-" + port, "panel", wirings[port]);
    }
    return new SiteTree(sketch.site());
  }

  private static SiteSketch garageSketch(VectorGroup group) {
    SiteSketch sketch = new SiteSketch(Supply.WYE_480Y_277);
    sketch.circuit("service", 225).base(0).neutral(225).phases(Set.of(L1, L2, L3));
    sketch.circuit("panel", 500).under("service").through(transformer(group)).neutral(500);
    return sketch;
  }

  private static Transformer transformer(VectorGroup group) {
    return new Transformer(150_000, group, SupplySystem.WYE_480Y_277, SupplySystem.WYE_208Y_120);
  }

  private static Bound bound(Network network, Place place) {
    return network.bounds().stream()
        .filter(it -> it.place().equals(place))
        .findFirst()
        .orElseThrow();
  }

  private static double carried(Network network, Place place, int... milliamps) {
    Bound bound = bound(network, place);
    return bound.carried(bound.sums(milliamps));
  }
}
