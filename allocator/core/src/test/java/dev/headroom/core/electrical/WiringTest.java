package dev.headroom.core.electrical;

import static dev.headroom.core.electrical.Phase.L1;
import static dev.headroom.core.electrical.Phase.L2;
import static dev.headroom.core.electrical.Phase.L3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WiringTest {

  @Test
  void loadsItsLinesInTheOrderOfTheChargersTerminals() {
    assertThat(new Wiring.LineToNeutral(L2).lines()).containsExactly(L2);
    assertThat(new Wiring.LineToLine(L3, L1).lines()).containsExactly(L3, L1);
    assertThat(new Wiring.ThreePhase(L2).lines()).containsExactly(L2, L3, L1);
  }

  /** A vehicle may use any line of three; between two lines it uses both or none. */
  @Test
  void onlyThreePhasesAreIndependentOfEachOther() {
    assertThat(new Wiring.LineToNeutral(L2).sourceLines()).containsExactly(List.of(L2));
    assertThat(new Wiring.LineToLine(L3, L1).sourceLines()).containsExactly(List.of(L3, L1));
    assertThat(new Wiring.ThreePhase(L3).sourceLines())
        .containsExactly(List.of(L3), List.of(L1), List.of(L2));
  }

  @Test
  void needsTwoLinesToLieBetween() {
    assertThatThrownBy(() -> new Wiring.LineToLine(L1, L1)).hasMessageContaining("not L1 twice");
  }
}
