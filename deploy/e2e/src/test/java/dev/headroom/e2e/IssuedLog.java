package dev.headroom.e2e;

import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.limits.LimitsRecord;
import dev.headroom.contract.table.CompactedTable;
import dev.headroom.contract.topic.Topic;
import dev.headroom.core.allocation.Allocation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything a broker's log has of what one site was told, in its order. */
final class IssuedLog implements AutoCloseable {

  private final List<Allocation> issued = new CopyOnWriteArrayList<>();
  private final CompactedTable<LimitsRecord> table;

  IssuedLog(String bootstrapServers, String site) {
    table =
        new CompactedTable<>(
            Map.of("bootstrap.servers", bootstrapServers),
            Topic.LIMITS,
            Codecs.LIMITS,
            entry -> entry.value().ifPresent(value -> keep(value, site)));
    table.start();
  }

  private void keep(LimitsRecord value, String site) {
    switch (value) {
      case LimitsRecord.SiteLimits limits when limits.allocation().site().equals(site) ->
          issued.add(limits.allocation());
      case LimitsRecord.SiteLimits _, LimitsRecord.OwnerLease _ -> {}
    }
  }

  /** What was issued in epochs after this one. */
  List<Allocation> after(long epoch) {
    return issued.stream().filter(it -> it.revision().epoch() > epoch).toList();
  }

  /** What was issued last until this epoch's end. */
  Allocation lastUntil(long epoch) {
    return issued.stream()
        .filter(it -> it.revision().epoch() <= epoch)
        .reduce((_, later) -> later)
        .orElseThrow(() -> new IllegalStateException("nothing was issued until epoch " + epoch));
  }

  @Override
  public void close() {
    table.close();
  }
}
