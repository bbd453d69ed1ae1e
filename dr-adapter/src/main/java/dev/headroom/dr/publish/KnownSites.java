package dev.headroom.dr.publish;

import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.site.SiteRecord;
import dev.headroom.contract.table.CompactedTable;
import dev.headroom.contract.topic.Topic;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The sites that were accepted, as far as {@code headroom.sites} has been read. */
public final class KnownSites implements AutoCloseable {

  private final CompactedTable<SiteRecord> table;

  public KnownSites(Map<String, Object> kafka) {
    table = new CompactedTable<>(kafka, Topic.SITES, Codecs.SITE, entry -> {});
    table.start();
  }

  /**
   * Those of {@code names} that are certainly no sites. While the topic is not read nobody knows,
   * and an event must not be lost over that.
   */
  public List<String> unknownOf(Collection<String> names) {
    return table.ready()
        ? names.stream()
            .filter(name -> table.get(name).flatMap(SiteRecord::accepted).isEmpty())
            .toList()
        : List.of();
  }

  public boolean ready() {
    return table.ready();
  }

  /** How far the topic of sites is read, in words. */
  public String progress() {
    return table.progress();
  }

  @Override
  public void close() {
    table.close();
  }
}
