package dev.headroom.core.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.headroom.core.electrical.PilotSteps;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {

  /** Of so many figures of each kind, in the order in which claims name them. */
  private static Claims claims(int... n) {
    return new Claims(
        new int[n[0]],
        new int[n[1]],
        new int[n[2]],
        new int[n[3]],
        new int[n[4]],
        new int[n[5]],
        new int[n[6]],
        Collections.nCopies(n[7], PilotSteps.TENTHS),
        Tenants.none(n[8]));
  }

  @Test
  void knowHowManyPortsThereAre() {
    assertThat(claims(3, 3, 3, 3, 3, 3, 3, 3, 3).ports()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
  void refuseToSpeakOfUnlikeNumbersOfPorts(int longer) {
    int[] counts = {2, 2, 2, 2, 2, 2, 2, 2, 2};
    counts[longer] = 3;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> claims(counts))
        .withMessage("claims speak of unlike numbers of ports");
  }

  @Test
  void nobodyHasATenantWhereThereIsNone() {
    assertThat(Tenants.none(2).of()).containsExactly(Tenants.NONE, Tenants.NONE);
  }
}
