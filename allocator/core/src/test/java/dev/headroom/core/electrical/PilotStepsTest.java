package dev.headroom.core.electrical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PilotStepsTest {

  private static final PilotSteps SET = new PilotSteps.Set(32_000, 8000, 16_000, 8000);

  @Test
  void aStepRoundsToItsMultiples() {
    assertThat(PilotSteps.TENTHS.atMost(6199)).isEqualTo(6100);
    assertThat(PilotSteps.TENTHS.atMost(6200)).isEqualTo(6200);
    assertThat(PilotSteps.TENTHS.atLeast(6101)).isEqualTo(6200);
    assertThat(PilotSteps.AMPERES.atLeast(6000)).isEqualTo(6000);
  }

  @Test
  void aSetRoundsToItsMembers() {
    assertThat(SET.atMost(7999)).isZero();
    assertThat(SET.atMost(8000)).isEqualTo(8000);
    assertThat(SET.atMost(15_999)).isEqualTo(8000);
    assertThat(SET.atMost(40_000)).isEqualTo(32_000);
    assertThat(SET.atLeast(1)).isEqualTo(8000);
    assertThat(SET.atLeast(16_000)).isEqualTo(16_000);
    assertThat(SET.atLeast(16_001)).isEqualTo(32_000);
    assertThat(SET.atLeast(32_001)).isEqualTo(PilotSteps.NONE);
  }

  @Test
  void aSetIsWhatItContains() {
    PilotSteps.Set same = new PilotSteps.Set(8000, 16_000, 32_000);
    assertThat(same.milliamps()).containsExactly(8000, 16_000, 32_000);
    assertThat(SET).isEqualTo(same).hasSameHashCodeAs(same).hasToString("[8000, 16000, 32000]");
    assertThat(SET).isNotEqualTo(new PilotSteps.Set(8000, 16_000)).isNotEqualTo(PilotSteps.TENTHS);
    assertThat(SET).doesNotHaveSameHashCodeAs(new PilotSteps.Set(8000, 16_000));
  }

  @Test
  void refusesNothingAndZero() {
    assertThatThrownBy(PilotSteps.Set::new).hasMessageContaining("needs currents above 0 mA");
    assertThatThrownBy(() -> new PilotSteps.Set(0, 6000)).hasMessageContaining("[0, 6000]");
    assertThatThrownBy(() -> new PilotSteps.Every(0)).hasMessageContaining("not at 0");
    assertThat(new PilotSteps.Set(1).atLeast(1)).isEqualTo(1);
    assertThat(new PilotSteps.Every(1).atLeast(7)).isEqualTo(7);
  }
}
