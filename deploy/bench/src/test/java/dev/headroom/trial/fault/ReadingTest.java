package dev.headroom.trial.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.contract.limits.LimitsRecord.OwnerLease;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.evse.Revision;
import dev.headroom.trial.wire.Fence;
import dev.headroom.trial.wire.Heard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ReadingTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private final Reading reading =
      Reading.of(
          List.of(
              renewal(0, 4, true),
              limits(1, 4, Fence.Verdict.ACCEPTED),
              limits(2, 3, Fence.Verdict.OLDER),
              renewal(3, 3, false),
              renewal(5, 9, true),
              limits(6, 4, Fence.Verdict.FORMER_OWNER),
              limits(7, 9, Fence.Verdict.ACCEPTED),
              limits(8, 9, Fence.Verdict.ACCEPTED)));

  @Test
  void onlyWhatIsBelievedIsASignOfTheOwner() {
    assertThat(reading.longestGaps()).isEqualTo(Map.of(0, Duration.ofSeconds(4)));
  }

  @Test
  void aSitesFirstLimitsAreOfALaterEpochAndBelieved() {
    assertThat(reading.firstAbove(Map.of(0, 4L), NOON))
        .isEqualTo(Map.of("oak", NOON.plusSeconds(7)));
    assertThat(reading.firstAbove(Map.of(0, 3L), NOON.plusSeconds(2)))
        .isEqualTo(Map.of("oak", NOON.plusSeconds(7)));
    assertThat(reading.firstAbove(Map.of(0, 9L), NOON)).isEmpty();
  }

  @Test
  void countsWhatWasFencedOff() {
    assertThat(reading.count(Fence.Verdict.OLDER)).isEqualTo(1);
    assertThat(reading.count(Fence.Verdict.FORMER_OWNER)).isEqualTo(1);
  }

  private static Heard limits(int second, long epoch, Fence.Verdict verdict) {
    Instant at = NOON.plusSeconds(second);
    return new Heard.Limits(
        at,
        0,
        new Allocation("oak", new Revision(epoch, second), 1, at, List.of(), List.of()),
        verdict);
  }

  private static Heard renewal(int second, long epoch, boolean believed) {
    Instant at = NOON.plusSeconds(second);
    var lease = new OwnerLease(0, OptionalLong.of(epoch), "owner", at, Duration.ofSeconds(10));
    return new Heard.Owner(at, 0, epoch, lease, believed);
  }
}
