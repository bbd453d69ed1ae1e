package dev.headroom.gateway.ocppj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headroom.gateway.actor.OcppSchemas;
import dev.headroom.gateway.core.dialect.Dialect;
import dev.headroom.gateway.core.rpc.Action;
import dev.headroom.gateway.core.rpc.ErrorCode;
import dev.headroom.gateway.core.rpc.Frame;
import dev.headroom.gateway.core.rpc.OcppVersion;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything we can send passes the official schemas, in each version; seeds are printed. */
@ParameterizedClass
@EnumSource(OcppVersion.class)
class OutboundSchemaTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123456789Z");
  private static final int MESSAGES = 200;
  private static final int SESSIONS = 60;

  private final OcppVersion version;
  private final OcppJson json;
  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private Optional<OcppSchemas> schemas = Optional.empty();

  OutboundSchemaTest(OcppVersion version) {
    this.version = version;
    this.json = new OcppJson(Dialect.of(version));
  }

  @BeforeEach
  void findSchemas() {
    schemas = OcppSchemas.installed(version);
    assumeTrue(schemas.isPresent(), OcppSchemas.MISSING);
    System.out.println("OutboundSchemaTest " + version + " seed " + seed);
  }

  @Test
  void everyCallAndEveryAnswerOfOursFitsItsSchema() {
    GeneratedMessages messages = new GeneratedMessages(version, random, NOW);
    for (Action action : messages.actions()) {
      for (int n = 0; n < MESSAGES; n++) {
        check(
            action.fromStation()
                ? new Frame.CallResult("1", messages.response(action))
                : new Frame.Call("1", messages.request(action)),
            action.wireName());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void everyErrorOfOursIsOne(ErrorCode code) {
    check(new Frame.CallError("1", code, "x".repeat(random.nextInt(400))), "");
  }

  @Test
  void everyFrameOfAnySessionFitsItsSchema() {
    Set<String> said = new HashSet<>();
    for (int n = 0; n < SESSIONS; n++) {
      GeneratedSession session = new GeneratedSession(version, random, NOW);
      session.live(
          (frame, action) -> {
            check(frame, action);
            said.add(frame.getClass().getSimpleName() + " " + action);
          });
    }
    assertThat(said)
        .as("the sessions have not been empty")
        .contains("Call SetChargingProfile", "CallResult BootNotification", "CallError ")
        .anyMatch(what -> what.endsWith("GetConfiguration") || what.endsWith("GetVariables"));
  }

  private void check(Frame frame, String action) {
    String text = json.write(frame);
    assertThat(schemas.orElseThrow().faultsOf(text, action))
        .as("seed %d: %s", seed, text)
        .isEmpty();
  }
}
