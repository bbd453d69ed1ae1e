package dev.headroom.gateway.charging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** S4: no register makes a negative energy or one that could not have been delivered. */
class EnergyTest {

  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
  private static final long MOST_WATTS = 22_000;

  @Test
  void isWhatTheRegisterGained() {
    assertThat(energyOf(1000, 3000, 8000)).isEqualTo(new Energy(OptionalLong.of(7000), 0));
  }

  @Test
  void isUnknownWithLessThanTwoReadings() {
    assertThat(energyOf().wattHours()).isEmpty();
    assertThat(energyOf(1000).wattHours()).isEmpty();
  }

  @Test
  void isZeroWhenTheRegisterStoodStill() {
    assertThat(energyOf(1000, 1000).wattHours()).hasValue(0);
  }

  @Test
  void goesOnAfterARegisterThatBeganAnew() {
    assertThat(energyOf(50_000, 54_000, 300, 4_300))
        .isEqualTo(new Energy(OptionalLong.of(4000 + 300 + 4000), 0));
  }

  @Test
  void countsNothingForARegisterThatFellToZeroAtTheEnd() {
    assertThat(energyOf(50_000, 54_000, 0).wattHours()).hasValue(4000);
  }

  @Test
  void leavesOutASingleZero() {
    assertThat(energyOf(50_000, 54_000, 0, 58_000)).isEqualTo(new Energy(OptionalLong.of(8000), 1));
  }

  @Test
  void leavesOutWhatRunsBackwards() {
    assertThat(energyOf(50_000, 54_000, 53_990, 56_000))
        .isEqualTo(new Energy(OptionalLong.of(6000), 1));
  }

  @Test
  void leavesOutWhatCouldNotHaveBeenDelivered() {
    assertThat(energyOf(50_000, 54_000, 999_999_999_999L, 56_000, -5))
        .isEqualTo(new Energy(OptionalLong.of(6000), 2));
  }

  @Test
  void leavesOutABeginningThatNothingFits() {
    assertThat(energyOf(0, 1_234_000, 1_236_000, 1_240_000))
        .isEqualTo(new Energy(OptionalLong.of(6000), 1));
    assertThat(energyOf(Long.MAX_VALUE, 1_234_000, 1_236_000))
        .isEqualTo(new Energy(OptionalLong.of(2000), 1));
  }

  @Test
  void isUnknownWhenNoTwoReadingsFit() {
    assertThat(energyOf(0, 900_000_000).wattHours()).isEmpty();
  }

  /** A reading every quarter of an hour. */
  private static Energy energyOf(long... wattHours) {
    List<RegisterRead> reads = new ArrayList<>();
    for (int i = 0; i < wattHours.length; i++) {
      reads.add(new RegisterRead(START.plusSeconds(900L * i), wattHours[i]));
    }
    return Energy.of(reads, MOST_WATTS);
  }
}
