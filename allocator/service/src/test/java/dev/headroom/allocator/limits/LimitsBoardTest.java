package dev.headroom.allocator.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.contract.limits.LimitsRecord;
import dev.headroom.contract.table.CompactedTable;
import dev.headroom.contract.topic.Keys;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class LimitsBoardTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final int PARTITIONS = 4;

  private final LimitsBoard board = new LimitsBoard();

  @Test
  void countsThePartitionsThatNobodyHoldsALeaseOf() {
    assertThat(board.unowned(PARTITIONS, NOON)).isEqualTo(4);
    renew(0, 7, NOON);
    renew(1, 9, NOON.plusSeconds(5));
    assertThat(board.unowned(PARTITIONS, NOON.plusSeconds(9))).isEqualTo(2);
    assertThat(board.unowned(PARTITIONS, NOON.plusSeconds(10))).isEqualTo(3);
    assertThat(board.unowned(PARTITIONS, NOON.plusSeconds(15))).isEqualTo(4);
  }

  /** S7: it wakes up and renews what another owns by now. */
  @Test
  void aFormerOwnersRenewalOwnsNothing() {
    renew(0, 9, NOON);
    renew(0, 7, NOON.plusSeconds(60));
    assertThat(board.unowned(1, NOON.plusSeconds(61))).isEqualTo(1);
  }

  private void renew(int partition, long epoch, Instant at) {
    var lease =
        new LimitsRecord.OwnerLease(
            partition, OptionalLong.of(epoch), "owner-" + epoch, at, Duration.ofSeconds(10));
    board.changed(
        new CompactedTable.Entry<>(
            Keys.owner(partition),
            Optional.of(lease),
            partition,
            at.toEpochMilli(),
            new RecordHeaders(),
            at));
  }
}
