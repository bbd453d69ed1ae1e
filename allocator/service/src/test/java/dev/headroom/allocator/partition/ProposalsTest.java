package dev.headroom.allocator.partition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.allocator.Fixtures;
import dev.headroom.contract.site.ContentHash;
import dev.headroom.contract.site.SiteDocument;
import dev.headroom.contract.site.SiteProposal;
import dev.headroom.contract.site.SiteRecord;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProposalsTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final String FILE = "directory:/sites/oak.yaml";
  private static final SiteDocument OAK = Fixtures.document("oak");

  @Test
  void aFirstDefinitionIsVersionOne() {
    SiteRecord record = written(Proposals.judge(proposal(OAK.definition()), Optional.empty()));

    assertThat(record.version()).isEqualTo(1);
    assertThat(record.accepted().orElseThrow().site()).isEqualTo(OAK.site());
    assertThat(record.lastRejection()).isEmpty();
  }

  @Test
  void theSameAgainChangesNothing() {
    assertThat(Proposals.judge(proposal(OAK.definition()), accepted(3)))
        .isEqualTo(new Verdict.Unchanged());
  }

  @Test
  void anotherDefinitionIsTheNextVersion() {
    SiteRecord record = written(Proposals.judge(proposal(withBreaker(160)), accepted(3)));

    assertThat(record.version()).isEqualTo(4);
  }

  @Test
  void anUnsoundDefinitionIsRefusedBesideTheAcceptedOne() {
    Verdict verdict = Proposals.judge(proposal(withBreaker(-1)), accepted(3));

    SiteRecord record = written(verdict);
    assertThat(record.version()).isEqualTo(3);
    assertThat(record.accepted()).contains(OAK);
    assertThat(record.lastRejection().orElseThrow().findings()).isNotEmpty();
    assertThat(Proposals.judge(proposal(withBreaker(-1)), Optional.of(record)))
        .isEqualTo(new Verdict.Unchanged());
  }

  @Test
  void theAcceptedDefinitionProposedAgainClearsTheRejection() {
    SiteRecord refused = written(Proposals.judge(proposal(withBreaker(-1)), accepted(3)));

    SiteRecord record = written(Proposals.judge(proposal(OAK.definition()), Optional.of(refused)));

    assertThat(record.version()).isEqualTo(3);
    assertThat(record.lastRejection()).isEmpty();
  }

  @Test
  void aProposalFromAnOldVersionIsRefused() {
    SiteProposal late = proposal(withBreaker(160), OptionalLong.of(2));

    SiteRecord record = written(Proposals.judge(late, accepted(3)));

    assertThat(record.version()).isEqualTo(3);
    assertThat(record.lastRejection().orElseThrow().findings().getFirst().message())
        .contains("version 2", "version 3");
  }

  @Test
  void aDeletionDeletesOnceAndOnlyTheVersionItMeant() {
    SiteProposal delete = proposal(Optional.empty(), OptionalLong.of(3), "rest", false);

    assertThat(Proposals.judge(delete, accepted(3))).isEqualTo(new Verdict.Deleted());
    assertThat(Proposals.judge(delete, Optional.empty())).isEqualTo(new Verdict.Unchanged());
    assertThat(written(Proposals.judge(delete, accepted(4))).accepted()).isPresent();
  }

  @Test
  void aDefinitionUnderAnotherNameIsRefused() {
    SiteProposal other =
        new SiteProposal(
            "proposal",
            "elm",
            OptionalLong.empty(),
            Optional.of(OAK.definition()),
            OAK.contentHash(),
            "test",
            false,
            NOON);

    SiteRecord record = written(Proposals.judge(other, Optional.empty()));

    assertThat(record.version()).isZero();
    assertThat(record.lastRejection().orElseThrow().findings().getFirst().path())
        .isEqualTo("metadata.name");
  }

  @Test
  void aSiteKeptInAFileIsChangedThereAlone() {
    SiteRecord kept = written(Proposals.judge(fromFile(OAK.definition()), Optional.empty()));
    assertThat(kept.origin().orElseThrow().proposedBy()).isEqualTo(FILE);

    SiteRecord refused = written(Proposals.judge(proposal(withBreaker(160)), Optional.of(kept)));
    assertThat(refused.accepted()).contains(OAK);
    assertThat(refused.origin()).isEqualTo(kept.origin());
    assertThat(refused.lastRejection().orElseThrow().conflict()).isTrue();
    assertThat(refused.lastRejection().orElseThrow().findings().getFirst().message())
        .contains(FILE);
    SiteProposal deletion = proposal(Optional.empty(), OptionalLong.of(1), "rest", false);
    assertThat(written(Proposals.judge(deletion, Optional.of(kept))).accepted()).contains(OAK);

    assertThat(written(Proposals.judge(fromFile(withBreaker(160)), Optional.of(kept))).version())
        .isEqualTo(2);
  }

  @Test
  void aSiteKeptInAFileMayBeTakenOver() {
    SiteRecord kept = written(Proposals.judge(fromFile(OAK.definition()), Optional.empty()));
    SiteProposal takeOver =
        proposal(Optional.of(withBreaker(160)), OptionalLong.of(1), "rest", true);

    SiteRecord taken = written(Proposals.judge(takeOver, Optional.of(kept)));

    assertThat(taken.version()).isEqualTo(2);
    assertThat(taken.origin().orElseThrow().proposedBy()).isEqualTo("rest");
  }

  @Test
  void aFileThatSaysTheSameTakesTheSiteIntoItsKeeping() {
    SiteRecord put = written(Proposals.judge(proposal(OAK.definition()), Optional.empty()));

    SiteRecord kept = written(Proposals.judge(fromFile(OAK.definition()), Optional.of(put)));

    assertThat(kept.version()).isEqualTo(1);
    assertThat(kept.origin().orElseThrow().fromFile()).isTrue();
    assertThat(Proposals.judge(proposal(OAK.definition()), Optional.of(kept)))
        .isEqualTo(new Verdict.Unchanged());
  }

  private static SiteProposal fromFile(JsonNode definition) {
    return proposal(Optional.of(definition), OptionalLong.empty(), FILE, false);
  }

  private static JsonNode withBreaker(int amps) {
    ObjectNode changed = OAK.definition().deepCopy();
    ((ObjectNode) changed.path("spec").path("circuits").path(0)).put("breakerAmps", amps);
    return changed;
  }

  private static SiteProposal proposal(JsonNode definition) {
    return proposal(definition, OptionalLong.empty());
  }

  private static SiteProposal proposal(JsonNode definition, OptionalLong base) {
    return proposal(Optional.of(definition), base, "rest", false);
  }

  private static SiteProposal proposal(
      Optional<JsonNode> definition, OptionalLong base, String by, boolean takesOver) {
    return new SiteProposal(
        by + definition.map(ContentHash::of).orElse(""),
        "oak",
        base,
        definition,
        definition.map(ContentHash::of).orElse(""),
        by,
        takesOver,
        NOON);
  }

  private static Optional<SiteRecord> accepted(long version) {
    return Optional.of(new SiteRecord("oak", version, Optional.of(OAK), Optional.empty()));
  }

  private static SiteRecord written(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Written.class);
    return ((Verdict.Written) verdict).record();
  }
}
