package dev.headroom.trial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.contract.limits.LimitsRecord.OwnerLease;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.evse.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FenceTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(10);

  private final Fence fence = new Fence();

  /** S7. */
  @Test
  void keepsTheHighestRevisionAndWhatTheOwnerIssuesAlone() {
    assertThat(issued(4, 1)).isEqualTo(Fence.Verdict.ACCEPTED);
    assertThat(issued(4, 1)).isEqualTo(Fence.Verdict.OLDER);
    assertThat(opened(9, NOON)).isTrue();
    assertThat(issued(4, 2)).isEqualTo(Fence.Verdict.FORMER_OWNER);
    assertThat(issued(9, 0)).isEqualTo(Fence.Verdict.ACCEPTED);
    assertThat(issued(4, 3)).isEqualTo(Fence.Verdict.OLDER);
    assertThat(renewed(4, NOON.plusSeconds(60), NOON.plusSeconds(60))).isFalse();
    assertThat(fence.epochOf(0)).isEqualTo(9);
  }

  @Test
  void aLeaseRunsFromTheEarlierClock() {
    assertThat(fence.left(0, NOON)).isZero();
    renewed(9, NOON.minusSeconds(3), NOON);
    assertThat(fence.left(0, NOON)).isEqualTo(Duration.ofSeconds(7));
    assertThat(fence.left(0, NOON.plusSeconds(8))).isNegative();
  }

  private boolean opened(long offset, Instant at) {
    return fence.renewed(new OwnerLease(0, OptionalLong.empty(), "new", at, LEASE), offset, at);
  }

  private boolean renewed(long epoch, Instant at, Instant received) {
    return fence.renewed(
        new OwnerLease(0, OptionalLong.of(epoch), "owner", at, LEASE), 99, received);
  }

  private Fence.Verdict issued(long epoch, long sequence) {
    return fence.judge(
        new Allocation("oak", new Revision(epoch, sequence), 1, NOON, List.of(), List.of()), 0);
  }
}
