package dev.headroom.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.ceiling.Ceiling;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What the codecs write passes the schemas that others read by. */
@Domain(ContractValues.class)
@Domain(DomainContext.Global.class)
class SchemaPropertyTest {

  @Property(tries = 100)
  void everyCeilingPasses(@ForAll Ceiling ceiling) {
    assertThat(Validation.by("ceilings").faultsOf(Codecs.CEILING.encode(ceiling))).isEmpty();
  }

  @Property(tries = 100)
  void everyDeadLetterPasses(@ForAll DeadLetter letter) {
    assertThat(Validation.by("dead-letters").faultsOf(Codecs.DEAD_LETTER.encode(letter))).isEmpty();
  }

  @Example
  void proposalsAndSitesPass() throws Exception {
    assertThat(
            Validation.by("site-proposals")
                .faultsOf(Codecs.SITE_PROPOSAL.encode(JsonCodecTest.change())))
        .isEmpty();
    assertThat(Validation.by("sites").faultsOf(Codecs.SITE.encode(JsonCodecTest.accepted())))
        .isEmpty();
  }

  @Example
  void demandPassesAndComesBack() {
    byte[] written = Codecs.DEMAND.encode(Samples.DEMAND);

    assertThat(Validation.by("demand").faultsOf(written)).isEmpty();
    assertThat(Codecs.DEMAND.decode(written)).isEqualTo(Samples.DEMAND);
    assertThat(Samples.DEMAND.identity()).isEqualTo("demo-1/service/2026-03-01T12:00:00Z/PT15M");
  }

  @Example
  void aSchemaFindsAFault() {
    assertThat(Validation.by("ceilings").faultsOf("{\"site\": 1}".getBytes(UTF_8)))
        .anyMatch(it -> it.contains("mayPause"))
        .anyMatch(it -> it.contains("integer found, string expected"));
  }
}
