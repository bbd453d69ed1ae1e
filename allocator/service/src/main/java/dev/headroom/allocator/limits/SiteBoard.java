package dev.headroom.allocator.limits;

import dev.headroom.contract.table.CompactedTable;
import dev.headroom.contract.topic.Keys;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What a topic with keys {@code site/child} says of each site, by child. */
public final class SiteBoard<V> implements CompactedTable.Listener<V> {

  private final Map<String, Map<String, V>> bySite = new ConcurrentHashMap<>();
  private final List<Consumer<V>> watchers = new CopyOnWriteArrayList<>();

  @Override
  public void changed(CompactedTable.Entry<V> entry) {
    Map<String, V> children =
        bySite.computeIfAbsent(Keys.siteOf(entry.key()), site -> new ConcurrentHashMap<>());
    String child = entry.key().substring(entry.key().indexOf('/') + 1);
    entry
        .value()
        .ifPresentOrElse(
            value -> {
              children.put(child, value);
              watchers.forEach(watcher -> watcher.accept(value));
            },
            () -> children.remove(child));
  }

  /** All that is said of a site now, by child. */
  public Map<String, V> of(String site) {
    return new TreeMap<>(bySite.getOrDefault(site, Map.of()));
  }

  /** Hears every new value from now on, on the reader's thread; returns how to stop. */
  public Runnable watch(Consumer<V> watcher) {
    watchers.add(watcher);
    return () -> watchers.remove(watcher);
  }
}
