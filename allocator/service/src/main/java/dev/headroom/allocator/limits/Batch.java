package dev.headroom.allocator.limits;

import dev.headroom.contract.topic.Keys;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** News that go out together, by key; keys are {@code site} or {@code site/evse}. */
final class Batch {

  private final Map<String, FeedEvent> all;
  private final Map<String, Map<String, FeedEvent>> bySite = new HashMap<>();

  Batch(Map<String, FeedEvent> all) {
    this.all = all;
    all.forEach(
        (key, event) ->
            bySite
                .computeIfAbsent(Keys.siteOf(key), site -> new LinkedHashMap<>())
                .put(key, event));
  }

  /** What of it this reader asks for. */
  Map<String, FeedEvent> of(FeedSubscription reader) {
    if (reader.sites().isEmpty()) {
      return all;
    }
    Map<String, FeedEvent> own = new LinkedHashMap<>();
    reader.sites().forEach(site -> own.putAll(bySite.getOrDefault(site, Map.of())));
    return own;
  }
}
