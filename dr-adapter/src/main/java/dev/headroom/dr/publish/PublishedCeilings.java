package dev.headroom.dr.publish;

import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.table.CompactedTable;
import dev.headroom.contract.topic.Keys;
import dev.headroom.contract.topic.Topic;
import dev.headroom.core.ceiling.Ceiling;
import dev.headroom.core.ceiling.CeilingInterval;
import dev.headroom.dr.event.Snapshots.Slot;
import java.util.HashMap;
import java.util.Map;

/** What the topic of ceilings holds at present. */
final class PublishedCeilings implements AutoCloseable {

  private final CompactedTable<Ceiling> table;

  /** {@code caughtUp} runs once the topic is read; on the table's thread. */
  PublishedCeilings(Map<String, Object> kafka, Runnable caughtUp) {
    table = new CompactedTable<>(kafka, Topic.CEILINGS, Codecs.CEILING, entry -> {});
    table.start();
    table.caughtUp().thenRun(caughtUp);
  }

  boolean ready() {
    return table.ready();
  }

  String progress() {
    return table.progress();
  }

  boolean holds(Slot slot, CeilingInterval interval) {
    return table
        .get(Keys.child(slot.site(), slot.source()))
        .filter(ceiling -> ceiling.intervals().contains(interval))
        .isPresent();
  }

  Map<Slot, Ceiling> snapshot() {
    Map<Slot, Ceiling> published = new HashMap<>();
    table.snapshot().values().forEach(it -> published.put(new Slot(it.site(), it.source()), it));
    return published;
  }

  @Override
  public void close() {
    table.close();
  }
}
