package dev.headroom.gateway.core.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void allowsSoManyInASecondAndAsManyInTheNext() {
    Pace pace = new Pace(20);

    assertThat(allowed(pace, NOON)).isEqualTo(20);
    assertThat(allowed(pace, NOON.plusMillis(999))).isZero();
    assertThat(allowed(pace, NOON.plusSeconds(1))).isEqualTo(20);
  }

  @Test
  void aClockThatIsSetBackHoldsNothingUp() {
    Pace pace = new Pace(1);
    assertThat(allowed(pace, NOON)).isEqualTo(1);
    assertThat(allowed(pace, NOON.minusSeconds(60))).isEqualTo(1);
  }

  @Test
  void atLeastOneMayBeAsked() {
    assertThatThrownBy(() -> new Pace(0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static long allowed(Pace pace, Instant now) {
    return IntStream.range(0, 100).filter(each -> pace.allows(now)).count();
  }
}
