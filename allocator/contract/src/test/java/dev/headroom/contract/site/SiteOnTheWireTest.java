package dev.headroom.contract.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.contract.codec.Codec;
import dev.headroom.contract.codec.Codecs;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A site that uses every key means the same to whoever reads it from a topic. */
class SiteOnTheWireTest {

  private static final Provenance ORIGIN =
      new Provenance("proposal-1", "rest", Instant.parse("2026-03-01T12:00:00Z"));

  @Test
  void anAcceptedSiteComesBackAsItWas() throws Exception {
    SiteRecord record =
        new SiteRecord(
            "garage-1",
            1,
            Optional.of(SiteDocument.of(definition())),
            Optional.of(ORIGIN),
            Optional.empty());

    SiteRecord read = thereAndBack(Codecs.SITE, record);

    assertThat(read).isEqualTo(record);
    assertThat(read.accepted().orElseThrow().site()).isEqualTo(WholeSite.site());
  }

  @Test
  void aProposedSiteComesBackAsItWas() throws Exception {
    SiteProposal proposal =
        new SiteProposal(
            "proposal-1",
            "garage-1",
            OptionalLong.empty(),
            Optional.of(definition()),
            ContentHash.of(definition()),
            "rest",
            false,
            ORIGIN.at());

    JsonNode read = thereAndBack(Codecs.SITE_PROPOSAL, proposal).definition().orElseThrow();

    assertThat(SiteDocument.of(read).site()).isEqualTo(WholeSite.site());
  }

  private static <T> T thereAndBack(Codec<T> codec, T value) {
    return codec.decode(codec.encode(value));
  }

  private static JsonNode definition() throws Exception {
    return YamlTree.parse(WholeSite.YAML).document();
  }
}
