package dev.headroom.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.contract.site.ContentHash;
import dev.headroom.contract.site.Provenance;
import dev.headroom.contract.site.Rejection;
import dev.headroom.contract.site.SiteDocument;
import dev.headroom.contract.site.SiteProposal;
import dev.headroom.contract.site.SiteRecord;
import dev.headroom.core.ceiling.Ceiling;
import dev.headroom.core.ceiling.CeilingInterval;
import dev.headroom.core.ceiling.CeilingValue;
import dev.headroom.core.site.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonCodecTest {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static final Ceiling CEILING =
      new Ceiling(
          "demo-1",
          "events",
          true,
          List.of(
              new CeilingInterval(NOON, NOON.plusSeconds(3600), new CeilingValue.Watts(20_000)),
              new CeilingInterval(NOON, NOON.plusSeconds(60), new CeilingValue.Amperes(50_000))));

  private static final DeadLetter LETTER =
      new DeadLetter(
          "headroom.limits",
          0,
          0,
          Optional.of("demo-1"),
          Optional.of("AAEC"),
          "limits: phase is absent or unknown",
          "evse-gateway",
          NOON);

  @Test
  void writesACeilingAsPeopleWouldReadIt() throws Exception {
    assertThat(JSON.readTree(Codecs.CEILING.encode(CEILING)))
        .isEqualTo(
            JSON.readTree(
                """
                {"site": "demo-1", "source": "events", "mayPause": true, "intervals": [
                  {"start": "2026-03-01T12:00:00Z", "end": "2026-03-01T13:00:00Z",
                   "ceilingWatts": 20000, "ceilingMilliamps": null},
                  {"start": "2026-03-01T12:00:00Z", "end": "2026-03-01T12:01:00Z",
                   "ceilingWatts": null, "ceilingMilliamps": 50000}]}
                """));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          20000                  | -1
          20000                  | 20000.5
          20000                  | "20000"
          20000                  | true
          20000                  | NaN
          20000                  | 99999999999
          20000                  | null
          null                   | 5
          true                   | "true"
          true                   | 1
          "demo-1"               | "Demo 1"
          "events"               | "a/b"
          "2026-03-01T13:00:00Z" | "2026-03-01T11:00:00Z"
          "2026-03-01T13:00:00Z" | 1772370000
          "2026-03-01T13:00:00Z" | "soon"
          }]}                    | }]} {}
          }]}                    | }]
          """)
  void refusesACeilingOfNonsense(String was, String now) {
    String sound = new String(Codecs.CEILING.encode(CEILING), UTF_8);
    assertThat(sound).contains(was);
    int at = was.startsWith("}") ? sound.lastIndexOf(was) : sound.indexOf(was);
    String broken = sound.substring(0, at) + now + sound.substring(at + was.length());

    assertThatThrownBy(() -> Codecs.CEILING.decode(broken.getBytes(UTF_8)))
        .isInstanceOf(MalformedRecord.class)
        .hasMessageStartingWith("ceiling: ");
  }

  @Test
  void passesOverMembersThatANewerWriterAdded() {
    String newer =
        new String(Codecs.CEILING.encode(CEILING), UTF_8).replace("{\"site", "{\"x\":1,\"site");

    assertThat(Codecs.CEILING.decode(newer.getBytes(UTF_8))).isEqualTo(CEILING);
  }

  @Test
  void bringsProposalsBack() throws Exception {
    SiteProposal change = change();
    SiteProposal deletion = proposal(Optional.empty());

    assertThat(Codecs.SITE_PROPOSAL.decode(Codecs.SITE_PROPOSAL.encode(change))).isEqualTo(change);
    assertThat(Codecs.SITE_PROPOSAL.decode(Codecs.SITE_PROPOSAL.encode(deletion)))
        .isEqualTo(deletion);
  }

  @Test
  void refusesAProposalWhoseHashIsNotThatOfItsDefinition() throws Exception {
    String sound =
        new String(Codecs.SITE_PROPOSAL.encode(proposal(Optional.of(definition()))), UTF_8);

    assertThatThrownBy(
            () -> Codecs.SITE_PROPOSAL.decode(sound.replace(":200,", ":2000,").getBytes(UTF_8)))
        .hasMessageContaining("the content hash is not that of the definition");
  }

  @Test
  void bringsAcceptedAndRejectedSitesBack() throws Exception {
    SiteRecord rejectedAtOnce = new SiteRecord("demo-1", 0, Optional.empty(), rejection());
    SiteRecord rejectedLater = accepted();

    assertThat(Codecs.SITE.decode(Codecs.SITE.encode(rejectedAtOnce))).isEqualTo(rejectedAtOnce);
    assertThat(Codecs.SITE.decode(Codecs.SITE.encode(rejectedLater))).isEqualTo(rejectedLater);
  }

  @Test
  void refusesARecordThatHoldsAnotherSitesDefinition() throws Exception {
    byte[] bytes =
        new String(Codecs.SITE.encode(accepted()), UTF_8)
            .replaceFirst("demo-1", "demo-2")
            .getBytes(UTF_8);

    assertThatThrownBy(() -> Codecs.SITE.decode(bytes))
        .hasMessageContaining("site 'demo-2' holds the definition of 'demo-1'");
  }

  @TestFactory
  Stream<DynamicTest> refusesEveryLostMember() throws Exception {
    return Stream.of(
            lost("ceiling", Codecs.CEILING, CEILING),
            lost("dead letter", Codecs.DEAD_LETTER, LETTER),
            lost("demand", Codecs.DEMAND, Samples.DEMAND),
            lost("proposal", Codecs.SITE_PROPOSAL, proposal(Optional.of(definition()))),
            lost("site", Codecs.SITE, accepted()))
        .flatMap(List::stream);
  }

  private static <T> List<DynamicTest> lost(String name, Codec<T> codec, T value) throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    JsonNode whole = JSON.readTree(codec.encode(value));
    for (String pointer : members(whole, "")) {
      JsonNode copy = whole.deepCopy();
      int last = pointer.lastIndexOf('/');
      ((ObjectNode) copy.at(pointer.substring(0, last))).remove(pointer.substring(last + 1));
      tests.add(
          DynamicTest.dynamicTest(
              name + " without " + pointer,
              () ->
                  assertThatThrownBy(() -> codec.decode(JSON.writeValueAsBytes(copy)))
                      .isInstanceOf(MalformedRecord.class)));
    }
    return tests;
  }

  /** Every member's pointer, however deep; a definition is judged by its own rules. */
  private static List<String> members(JsonNode node, String pointer) {
    List<String> all = new ArrayList<>();
    if (node.isArray() && !node.isEmpty()) {
      all.addAll(members(node.get(0), pointer + "/0"));
    }
    node.properties()
        .forEach(
            member -> {
              String path = pointer + "/" + member.getKey();
              all.add(path);
              if (!member.getKey().equals("definition")) {
                all.addAll(members(member.getValue(), path));
              }
            });
    return all;
  }

  static SiteProposal change() throws Exception {
    return proposal(Optional.of(definition()));
  }

  static SiteRecord accepted() throws Exception {
    Provenance origin = new Provenance("proposal-6", "rest", NOON);
    return new SiteRecord(
        "demo-1", 4, Optional.of(SiteDocument.of(definition())), Optional.of(origin), rejection());
  }

  private static Optional<Rejection> rejection() {
    Finding placed =
        Finding.error("spec.supply", "is missing", "add it").at("demo.yaml", OptionalInt.of(5));
    Finding unplaced = Finding.warning("spec", "crowded", "");
    return Optional.of(
        new Rejection("proposal-8", "00ff", "rest:alice", NOON, List.of(placed, unplaced)));
  }

  private static SiteProposal proposal(Optional<JsonNode> definition) {
    return new SiteProposal(
        "proposal-7",
        "demo-1",
        OptionalLong.of(3),
        definition,
        definition.map(ContentHash::of).orElse(""),
        "directory:/etc/headroom/sites/demo.yaml",
        false,
        NOON);
  }

  private static JsonNode definition() throws Exception {
    return JSON.readTree(
        """
        {"apiVersion": "headroom.dev/v1", "kind": "Site", "metadata": {"name": "demo-1"},
         "spec": {"supply": "120/240",
           "circuits": [{"name": "service", "breakerAmps": 200, "worstCaseBaseAmps": 80.5}],
           "evses": [{"name": "port-1", "circuit": "service", "branchBreakerAmps": 40,
             "station": "CP-1", "wiring": "L1-L2", "maximumAmps": 32}]}}
        """);
  }
}
