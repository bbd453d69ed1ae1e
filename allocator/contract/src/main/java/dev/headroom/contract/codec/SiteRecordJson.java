package dev.headroom.contract.codec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.contract.site.Provenance;
import dev.headroom.contract.site.Rejection;
import dev.headroom.contract.site.SiteDocument;
import dev.headroom.contract.site.SiteRecord;
import dev.headroom.core.site.Finding;
import dev.headroom.core.site.Names;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Value of {@code headroom.sites}. */
record SiteRecordJson(
    String site,
    long version,
    Optional<JsonNode> definition,
    Optional<OriginJson> origin,
    Optional<RejectionJson> lastRejection) {

  /** The proposal the definition came by. */
  record OriginJson(String proposalId, String proposedBy, Instant at) {

    static OriginJson of(Provenance origin) {
      return new OriginJson(origin.proposalId(), origin.proposedBy(), origin.at());
    }

    Provenance origin() {
      return new Provenance(proposalId, proposedBy, at);
    }
  }

  /** A rejected proposal. */
  record RejectionJson(
      String proposalId,
      String contentHash,
      String proposedBy,
      Instant at,
      List<FindingJson> findings) {

    static RejectionJson of(Rejection rejection) {
      return new RejectionJson(
          rejection.proposalId(),
          rejection.contentHash(),
          rejection.proposedBy(),
          rejection.at(),
          rejection.findings().stream().map(FindingJson::of).toList());
    }

    Rejection rejection() {
      return new Rejection(
          proposalId,
          contentHash,
          proposedBy,
          at,
          findings.stream().map(FindingJson::finding).toList());
    }
  }

  /** What was wrong with it. */
  record FindingJson(
      Finding.Severity severity,
      String path,
      Optional<String> file,
      OptionalInt line,
      String message,
      String remedy) {

    static FindingJson of(Finding finding) {
      return new FindingJson(
          finding.severity(),
          finding.path(),
          finding.file(),
          finding.line(),
          finding.message(),
          finding.remedy());
    }

    Finding finding() {
      return new Finding(severity, path, file, line, message, remedy);
    }
  }

  static SiteRecordJson of(SiteRecord record) {
    return new SiteRecordJson(
        record.site(),
        record.version(),
        record.accepted().map(SiteDocument::definition),
        record.origin().map(OriginJson::of),
        record.lastRejection().map(RejectionJson::of));
  }

  SiteRecord record() {
    return new SiteRecord(
        Names.check("site", site),
        version,
        definition.filter(it -> !it.isNull()).map(SiteDocument::of),
        origin.map(OriginJson::origin),
        lastRejection.map(RejectionJson::rejection));
  }
}
