package dev.headroom.core.site;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Transformer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which supply each circuit has: the site's, but below a transformer its secondary's. It serves
 * descriptions that are not sound, too: where a parent is unknown or in a ring, the site's.
 */
public final class Supplies {

  /** How a circuit is fed. */
  public record Feed(String circuit, Optional<String> parent, Optional<Transformer> transformer) {}

  private final Supply service;
  private final Map<String, Feed> feeds = new HashMap<>();
  private final Map<String, Supply> known = new HashMap<>();

  public Supplies(Supply service, List<Feed> feeds) {
    this.service = service;
    feeds.forEach(feed -> this.feeds.putIfAbsent(feed.circuit(), feed));
    feeds.forEach(feed -> known.put(feed.circuit(), find(feed.circuit(), new HashSet<>())));
  }

  public static Supplies of(Site site) {
    return new Supplies(
        site.supply(),
        site.circuits().stream()
            .map(it -> new Feed(it.name(), it.parent(), it.transformer()))
            .toList());
  }

  /** The supply of this circuit's lines. */
  public Supply of(String circuit) {
    return known.getOrDefault(circuit, service);
  }

  /** The supply that this circuit hangs on: if it has a transformer, on the primary side. */
  public Supply feeding(String circuit) {
    return Optional.ofNullable(feeds.get(circuit))
        .flatMap(Feed::parent)
        .map(this::of)
        .orElse(service);
  }

  private Supply find(String circuit, Set<String> below) {
    Optional<Feed> feed = Optional.ofNullable(feeds.get(circuit));
    if (feed.isEmpty() || !below.add(circuit)) {
      return service;
    }
    Supply fed = feed.get().parent().map(parent -> find(parent, below)).orElse(service);
    return feed.get().transformer().map(it -> it.secondaryOf(fed)).orElse(fed);
  }
}
