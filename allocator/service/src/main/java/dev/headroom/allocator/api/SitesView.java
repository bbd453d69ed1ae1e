package dev.headroom.allocator.api;

import dev.headroom.allocator.directory.RefusedFile;
import dev.headroom.contract.site.SiteDocument;
import dev.headroom.contract.site.SiteRecord;
import dev.headroom.core.site.Site;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sites as the log tells of them, and the site files this instance could not propose. */
record SitesView(Map<String, SiteRecord> records, Map<String, RefusedFile> refused) {

  static SitesView of(Map<String, SiteRecord> records, List<RefusedFile> refused) {
    return new SitesView(
        records,
        refused.stream()
            .collect(Collectors.toMap(RefusedFile::site, Function.identity(), (a, b) -> a)));
  }

  List<SiteSummary> all() {
    TreeMap<String, SiteSummary> all = new TreeMap<>();
    refused.keySet().forEach(site -> all.put(site, summary(site)));
    records.keySet().forEach(site -> all.put(site, summary(site)));
    return List.copyOf(all.values());
  }

  Optional<SiteView> site(String site) {
    if (!records.containsKey(site) && !refused.containsKey(site)) {
      return Optional.empty();
    }
    Optional<SiteDocument> document = document(site);
    return Optional.of(
        new SiteView(
            site,
            version(site),
            document.map(SiteDocument::contentHash),
            document.map(SiteDocument::definition),
            record(site).flatMap(SiteRecord::origin).map(OriginView::of),
            rejection(site)));
  }

  private SiteSummary summary(String site) {
    Optional<Site> runs = document(site).map(SiteDocument::site);
    return new SiteSummary(
        site,
        version(site),
        runs.map(known -> known.supply().notation()),
        runs.map(known -> known.circuits().size()).orElse(0),
        runs.map(known -> known.evses().size()).orElse(0),
        rejection(site));
  }

  private Optional<SiteRecord> record(String site) {
    return Optional.ofNullable(records.get(site));
  }

  private Optional<SiteDocument> document(String site) {
    return record(site).flatMap(SiteRecord::accepted);
  }

  private long version(String site) {
    return record(site).map(SiteRecord::version).orElse(0L);
  }

  private Optional<RejectionView> rejection(String site) {
    return Optional.ofNullable(refused.get(site))
        .map(RejectionView::of)
        .or(() -> record(site).flatMap(SiteRecord::lastRejection).map(RejectionView::of));
  }
}
