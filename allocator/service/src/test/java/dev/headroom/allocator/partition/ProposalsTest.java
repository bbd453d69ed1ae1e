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
    SiteProposal delete =
        new SiteProposal("oak", OptionalLong.of(3), Optional.empty(), "", "test", NOON);

    assertThat(Proposals.judge(delete, accepted(3))).isEqualTo(new Verdict.Deleted());
    assertThat(Proposals.judge(delete, Optional.empty())).isEqualTo(new Verdict.Unchanged());
    assertThat(written(Proposals.judge(delete, accepted(4))).accepted()).isPresent();
  }

  @Test
  void aDefinitionUnderAnotherNameIsRefused() {
    SiteProposal other =
        new SiteProposal(
            "elm",
            OptionalLong.empty(),
            Optional.of(OAK.definition()),
            OAK.contentHash(),
            "test",
            NOON);

    SiteRecord record = written(Proposals.judge(other, Optional.empty()));

    assertThat(record.version()).isZero();
    assertThat(record.lastRejection().orElseThrow().findings().getFirst().path())
        .isEqualTo("metadata.name");
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
    return new SiteProposal(
        "oak", base, Optional.of(definition), ContentHash.of(definition), "test", NOON);
  }

  private static Optional<SiteRecord> accepted(long version) {
    return Optional.of(new SiteRecord("oak", version, Optional.of(OAK), Optional.empty()));
  }

  private static SiteRecord written(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Written.class);
    return ((Verdict.Written) verdict).record();
  }
}
