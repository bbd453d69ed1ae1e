package dev.headroom.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.contract.audit.Actor;
import dev.headroom.contract.audit.AuditRecord;
import dev.headroom.contract.audit.Change;
import dev.headroom.contract.audit.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditJsonTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void comesBackAsItWasAndPassesItsSchema(Outcome outcome) {
    AuditRecord record = record("{\"version\":3,\"circuits\":[]}", outcome);
    byte[] bytes = Codecs.AUDIT.encode(record);
    assertThat(Codecs.AUDIT.decode(bytes)).isEqualTo(record);
    assertThat(Validation.by("audit").faultsOf(bytes)).isEmpty();
  }

  @Test
  void keepsNoSecretsWhoeverPutThemIn() {
    AuditRecord record =
        record(
            """
            {"id":"CP-1","password":"abc","nested":[{"passwordHash":"abc","pre_psk":"abc"}],
             "apiToken":{"value":"abc"},"clientSecret":7,"password2":null,"keys":["L1"]}
            """,
            Outcome.DONE);
    String text = new String(Codecs.AUDIT.encode(record), UTF_8);
    assertThat(text).doesNotContain("abc").doesNotContain(":7").contains("L1", "CP-1");
    assertThat(record.change().before().orElseThrow().at("/nested/0/pre_psk").asText())
        .isEqualTo("(hidden)");
  }

  @Test
  void isKeyedByItsSiteOrByWhatBelongsToNone() {
    AuditRecord record = record("{}", Outcome.DONE);
    assertThat(record.key()).isEqualTo("north");
    Change homeless =
        new Change("station.forget", "CP-1", List.of(), Optional.empty(), Optional.empty());
    assertThat(
            new AuditRecord(
                    "1",
                    record.at(),
                    "evse-gateway",
                    record.actor(),
                    homeless,
                    Outcome.DONE,
                    Optional.empty(),
                    Optional.empty())
                .key())
        .isEqualTo("CP-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"outcome\":\"done\"", "\"subject\":\"ann\",", "\"id\":\"1\","})
  void refusesARecordThatLostWhatMatters(String part) {
    String text = new String(Codecs.AUDIT.encode(record("{}", Outcome.DONE)), UTF_8);
    assertThat(text).contains(part);
    byte[] lost =
        text.replace(part, part.startsWith("\"o") ? "\"outcome\":\"perhaps\"" : "").getBytes(UTF_8);
    assertThatThrownBy(() -> Codecs.AUDIT.decode(lost)).isInstanceOf(MalformedRecord.class);
  }

  private static AuditRecord record(String before, Outcome outcome) {
    return new AuditRecord(
        "1",
        Instant.parse("2026-11-01T12:00:00Z"),
        "allocator",
        new Actor("ann", Optional.of("https://issuer.example")),
        new Change(
            "site.define", "north", List.of("north"), Optional.of(json(before)), Optional.empty()),
        outcome,
        Optional.of("a new panel"),
        Optional.empty());
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
