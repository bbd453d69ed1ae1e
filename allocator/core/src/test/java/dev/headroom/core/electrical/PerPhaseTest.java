package dev.headroom.core.electrical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PerPhaseTest {

  private final PerPhase two = new PerPhase(Map.of(Phase.L1, 3, Phase.L3, 7));

  @Test
  void knowsItsLargest() {
    assertThat(two.largest()).isEqualTo(7);
  }

  @Test
  void whatIsUnknownIsNotNothing() {
    assertThat(two.on(Phase.L3)).isEqualTo(7);
    assertThatThrownBy(() -> two.on(Phase.L2)).hasMessageContaining("nothing is known of L2");
  }
}
