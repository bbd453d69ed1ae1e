package dev.headroom.allocator.limits;

import dev.headroom.contract.table.CompactedTable;
import dev.headroom.contract.topic.Keys;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a topic with keys {@code site/child} says of each site, by child. */
public final class SiteBoard<V> implements CompactedTable.Listener<V> {

  /** One site's children, and how often they have changed. */
  private static final class Children<V> {
    private final Map<String, Placed<V>> byName = new ConcurrentHashMap<>();
    private volatile long version;
  }

  private final Map<String, Children<V>> bySite = new ConcurrentHashMap<>();
  private final ReadUpTo readUpTo = new ReadUpTo();
  private final List<Consumer<Placed<V>>> watchers = new CopyOnWriteArrayList<>();

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes, the table's
  public void changed(CompactedTable.Entry<V> entry) {
    Children<V> children =
        bySite.computeIfAbsent(Keys.siteOf(entry.key()), site -> new Children<>());
    String child = entry.key().substring(entry.key().indexOf('/') + 1);
    if (entry.value().isPresent()) {
      Placed<V> placed = new Placed<>(entry.value().get(), entry.partition(), entry.offset());
      children.byName.put(child, placed);
      children.version++;
      watchers.forEach(watcher -> watcher.accept(placed));
    } else {
      children.byName.remove(child);
      children.version++;
    }
    readUpTo.read(entry.partition(), entry.offset());
  }

  @Override
  public void skipped(ConsumerRecord<String, byte[]> record, String reason) {
    readUpTo.read(record.partition(), record.offset());
  }

  /** All that is said of a site now, by child. */
  public Map<String, V> of(String site) {
    Map<String, V> values = new TreeMap<>();
    placed(site).forEach((child, placed) -> values.put(child, placed.value()));
    return values;
  }

  /** How often what is said of a site has changed. */
  public long version(String site) {
    Children<V> children = bySite.get(site);
    return children == null ? 0 : children.version;
  }

  /** All that is said of a site, with its places. */
  Stream<Placed<V>> at(String site) {
    return placed(site).values().stream();
  }

  private Map<String, Placed<V>> placed(String site) {
    Children<V> children = bySite.get(site);
    return children == null ? Map.of() : children.byName;
  }

  ReadUpTo readUpTo() {
    return readUpTo;
  }

  /** Hears every new value from now on, on the reader's thread; returns how to stop. */
  public Runnable watch(Consumer<Placed<V>> watcher) {
    watchers.add(watcher);
    return () -> watchers.remove(watcher);
  }
}
