package dev.headroom.allocator.limits;

import dev.headroom.contract.limits.LimitsRecord;
import dev.headroom.contract.table.CompactedTable;
import dev.headroom.core.allocation.Allocation;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the limits topic says of all partitions: the newest allocation of each site and who owns
 * what. An older revision never replaces a newer one, though it be later in the log: a former owner
 * may have written it after it had lost the partition (S7).
 */
public final class LimitsBoard implements CompactedTable.Listener<LimitsRecord> {

  private final Map<String, Issued> issued = new ConcurrentHashMap<>();
  private final Map<Integer, Owner> owners = new ConcurrentHashMap<>();
  private final ReadUpTo readUpTo = new ReadUpTo();
  private final List<Consumer<LimitsChange>> watchers = new CopyOnWriteArrayList<>();

  @Override
  public void changed(CompactedTable.Entry<LimitsRecord> entry) {
    if (entry.value().isEmpty()) {
      remove(entry);
    } else {
      switch (entry.value().get()) {
        case LimitsRecord.SiteLimits limits -> put(limits.allocation(), entry);
        case LimitsRecord.OwnerLease lease -> put(lease, entry);
      }
    }
    readUpTo.read(entry.partition(), entry.offset());
  }

  @Override
  public void skipped(ConsumerRecord<String, byte[]> record, String reason) {
    readUpTo.read(record.partition(), record.offset());
  }

  private void put(Allocation allocation, CompactedTable.Entry<LimitsRecord> entry) {
    Issued next = new Issued(allocation, entry.partition(), entry.offset(), entry.receivedAt());
    Issued kept =
        issued.merge(
            allocation.site(),
            next,
            (old, fresh) ->
                old.allocation().revision().isAfter(fresh.allocation().revision()) ? old : fresh);
    if (kept == next) {
      tell(new LimitsChange(allocation.site(), Optional.of(next)));
    }
  }

  private void put(LimitsRecord.OwnerLease lease, CompactedTable.Entry<LimitsRecord> entry) {
    Owner next = new Owner(lease, lease.epoch().orElse(entry.offset()), entry.receivedAt());
    owners.merge(
        lease.partition(), next, (old, fresh) -> old.epoch() > fresh.epoch() ? old : fresh);
  }

  private void remove(CompactedTable.Entry<LimitsRecord> entry) {
    if (issued.remove(entry.key()) != null) {
      tell(new LimitsChange(entry.key(), Optional.empty()));
    }
  }

  private void tell(LimitsChange change) {
    watchers.forEach(watcher -> watcher.accept(change));
  }

  /** Completes when everything of the partition up to and with this offset has been seen. */
  public CompletableFuture<Void> whenRead(int partition, long offset) {
    return readUpTo.whenRead(partition, offset);
  }

  ReadUpTo readUpTo() {
    return readUpTo;
  }

  public Optional<Issued> of(String site) {
    return Optional.ofNullable(issued.get(site));
  }

  public Collection<Issued> all() {
    return List.copyOf(issued.values());
  }

  /** The newest allocation of each site of a partition. */
  public Map<String, Allocation> issuedOn(int partition) {
    return issued.values().stream()
        .filter(one -> one.partition() == partition)
        .collect(Collectors.toMap(one -> one.allocation().site(), Issued::allocation));
  }

  /** The newest owner of each partition, by partition. */
  public Map<Integer, Owner> owners() {
    return new TreeMap<>(owners);
  }

  /** How many of so many partitions nobody holds a lease of. */
  public int unowned(int partitions, Instant now) {
    return partitions
        - (int)
            owners.values().stream().filter(one -> now.isBefore(one.lease().validUntil())).count();
  }

  /** Hears every change from now on, on the reader's thread; returns how to stop. */
  public Runnable watch(Consumer<LimitsChange> watcher) {
    watchers.add(watcher);
    return () -> watchers.remove(watcher);
  }
}
