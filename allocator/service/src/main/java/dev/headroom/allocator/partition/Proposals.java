package dev.headroom.allocator.partition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.contract.site.Provenance;
import dev.headroom.contract.site.Rejection;
import dev.headroom.contract.site.SiteDocument;
import dev.headroom.contract.site.SiteFile;
import dev.headroom.contract.site.SiteProposal;
import dev.headroom.contract.site.SiteRecord;
import dev.headroom.contract.site.SiteYaml;
import dev.headroom.core.site.Finding;
import java.util.List;
import java.util.Optional;

/**
 * Judges proposals against what is accepted. The same proposal twice changes nothing, so a proposal
 * may be repeated by whoever is not sure that it arrived.
 */
final class Proposals {

  private Proposals() {}

  static Verdict judge(SiteProposal proposal, Optional<SiteRecord> current) {
    if (proposal.definition().isEmpty() && current.isEmpty()) {
      return new Verdict.Unchanged();
    }
    if (repeatsWhatIsAccepted(proposal, current)) {
      return new Verdict.Unchanged();
    }
    Optional<Finding> conflict = keptInAFile(proposal, current).or(() -> stale(proposal, current));
    if (conflict.isPresent()) {
      return refuse(proposal, current, List.of(conflict.get()));
    }
    return proposal
        .definition()
        .map(definition -> define(proposal, definition, current))
        .orElseGet(Verdict.Deleted::new);
  }

  private static boolean repeatsWhatIsAccepted(
      SiteProposal proposal, Optional<SiteRecord> current) {
    return current
        .filter(site -> site.lastRejection().isEmpty())
        .filter(site -> same(proposal, site))
        .filter(site -> !proposal.provenance().fromFile() || fromFile(site))
        .isPresent();
  }

  private static boolean same(SiteProposal proposal, SiteRecord current) {
    return current
        .accepted()
        .filter(document -> document.contentHash().equals(proposal.contentHash()))
        .isPresent();
  }

  private static boolean fromFile(SiteRecord current) {
    return current.origin().filter(Provenance::fromFile).isPresent();
  }

  /** Files come first: what one says would be said again, and undo a change made elsewhere. */
  private static Optional<Finding> keptInAFile(
      SiteProposal proposal, Optional<SiteRecord> current) {
    if (proposal.takesOver() || proposal.provenance().fromFile()) {
      return Optional.empty();
    }
    return current
        .filter(site -> !same(proposal, site))
        .flatMap(SiteRecord::origin)
        .filter(Provenance::fromFile)
        .map(
            origin ->
                Finding.error(
                    Rejection.PROPOSED_BY,
                    "the site is kept in " + origin.proposedBy(),
                    "change it there, or take it over (takeOver=true) until that file changes"));
  }

  private static Optional<Finding> stale(SiteProposal proposal, Optional<SiteRecord> current) {
    long version = current.map(SiteRecord::version).orElse(0L);
    if (proposal.baseVersion().isEmpty() || proposal.baseVersion().getAsLong() == version) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.error(
            Rejection.BASE_VERSION,
            "it was made from version %d, but the site is at version %d"
                .formatted(proposal.baseVersion().getAsLong(), version),
            "read the site again, apply the change to that and propose it anew"));
  }

  private static Verdict define(
      SiteProposal proposal, JsonNode definition, Optional<SiteRecord> current) {
    return switch (SiteYaml.read(proposal.proposedBy(), definition)) {
      case SiteFile.Refused refused -> refuse(proposal, current, refused.findings());
      case SiteFile.Read read -> accept(proposal, read.document(), current);
    };
  }

  private static Verdict accept(
      SiteProposal proposal, SiteDocument document, Optional<SiteRecord> current) {
    String named = document.site().name();
    if (!named.equals(proposal.site())) {
      return refuse(
          proposal,
          current,
          List.of(
              Finding.error(
                  "metadata.name",
                  "the site '%s' is proposed as '%s'".formatted(named, proposal.site()),
                  "propose it under its own name")));
    }
    Optional<SiteRecord> same = current.filter(site -> same(proposal, site));
    long version = current.map(SiteRecord::version).orElse(0L) + (same.isPresent() ? 0 : 1);
    Provenance origin =
        same.flatMap(SiteRecord::origin)
            .filter(known -> known.fromFile() || !proposal.provenance().fromFile())
            .orElseGet(proposal::provenance);
    return new Verdict.Written(
        new SiteRecord(
            proposal.site(),
            version,
            Optional.of(document),
            Optional.of(origin),
            Optional.empty()));
  }

  private static Verdict refuse(
      SiteProposal proposal, Optional<SiteRecord> current, List<Finding> findings) {
    boolean again =
        current
            .flatMap(SiteRecord::lastRejection)
            .filter(rejection -> rejection.proposalId().equals(proposal.id()))
            .isPresent();
    if (again) {
      return new Verdict.Unchanged();
    }
    Rejection rejection =
        new Rejection(
            proposal.id(), proposal.contentHash(), proposal.proposedBy(), proposal.at(), findings);
    return new Verdict.Written(
        new SiteRecord(
            proposal.site(),
            current.map(SiteRecord::version).orElse(0L),
            current.flatMap(SiteRecord::accepted),
            current.flatMap(SiteRecord::origin),
            Optional.of(rejection)));
  }
}
