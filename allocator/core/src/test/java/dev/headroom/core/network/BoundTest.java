package dev.headroom.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Phasor;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundTest {

  private static final Place PLACE = Place.line("service", Phase.L1);

  private static Bound between(double degrees) {
    return Bound.of(
        PLACE,
        List.of(Phasor.ONE, Phasor.polar(1, degrees)),
        List.of(new Load(0, 0, 0, 2), new Load(1, 0, 1, 1), new Load(1, 1, 1, 1)));
  }

  @Test
  void isAnEnvelopeOnlyWhereALoadCanRelieveAnother() {
    assertThat(between(60).isEnvelope()).isFalse();
    assertThat(between(120).isEnvelope()).isTrue();
  }

  @Test
  void countsEverySourceOfAPortTimesItsFactor() {
    assertThat(between(60).sums(new int[] {3000, 5000})).containsExactly(6000, 10_000);
  }

  @Test
  void carriesTheWorstOfAllChoicesWhereOneRelievesTheOther() {
    assertThat(between(120).carried(new double[] {6000, 10_000})).isEqualTo(10_000);
    assertThat(between(180).carried(new double[] {6000, 10_000})).isEqualTo(10_000);
    assertThat(between(0.001).carried(new double[] {6000, 10_000})).isBetween(15_999.9, 16_000.0);
  }

  @Test
  void aLoadNeedsAFactor() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Load(0, 0, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Load(0, 0, 0, Double.NaN));
  }

  @Test
  void aNetworkRefusesLoadsOfPortsAndSourcesItDoesNotHave() {
    List<Bound> bounds = List.of(between(60));
    assertThat(new Network(2, List.of(1, 2), bounds).bounds()).isEqualTo(bounds);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Network(1, List.of(1, 2), bounds))
        .withMessageContaining("source 0 of port 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Network(2, List.of(1, 1), bounds))
        .withMessageContaining("source 1 of port 1");
  }
}
