package dev.headroom.gateway.ocppj;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.gateway.core.dialect.Dialect;
import dev.headroom.gateway.core.rpc.Action;
import dev.headroom.gateway.core.rpc.ErrorCode;
import dev.headroom.gateway.core.rpc.Frame;
import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.gateway.core.session.Effect;
import dev.headroom.gateway.core.session.Input;
import dev.headroom.gateway.core.session.SessionSettings;
import dev.headroom.gateway.core.session.StationSession;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A charger that says what it likes, as a socket would bring it to codec and session. Whatever it
 * says, neither throws, and what is sent to it is JSON.
 */
final class HostileCharger {

  private static final ObjectMapper PLAIN = new ObjectMapper();

  private final OcppJson json;
  private final StationSession session;
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");

  private HostileCharger(OcppVersion version) {
    Dialect dialect = Dialect.of(version);
    this.json = new OcppJson(dialect);
    this.session =
        new StationSession("station-1", dialect, SessionSettings.defaults(Set.of()), () -> 1);
    take(new Input.Opened(Optional.of(GeneratedSession.site()), Optional.empty(), List.of()));
  }

  /** Says this once as a call before all else, and once as if it were the answer to our first. */
  static void say(String text) {
    for (OcppVersion version : OcppVersion.values()) {
      HostileCharger charger = new HostileCharger(version);
      charger.heard(text);
      charger.heard("[2,\"beat\",\"Heartbeat\",{}]");
      charger.heard(text);
      charger.now = charger.now.plusSeconds(40);
      charger.take(new Input.Tick());
      charger.heard(text.replace("headroom-1", "headroom-2"));
      // An answer to any call of ours that a version knows.
      dialectAnswers(charger, text);
    }
  }

  private static void dialectAnswers(HostileCharger charger, String text) {
    for (String asked : List.of("GetCompositeSchedule", "GetConfiguration", "GetVariables")) {
      Optional<Action> action = Dialect.of(charger.json.version()).action(asked);
      charger.json.read(text, id -> action);
    }
  }

  private void heard(String text) {
    switch (json.read(text, session::awaited)) {
      case Inbound.Understood understood -> take(new Input.Received(understood.frame()));
      case Inbound.Refused refused ->
          take(
              new Input.Malformed(
                  Optional.of(refused.messageId()), refused.code(), refused.description()));
      case Inbound.BadAnswer bad ->
          take(new Input.MalformedAnswer(bad.messageId(), bad.description()));
      case Inbound.Unasked unasked -> take(new Input.Unmatched(unasked.messageId()));
      case Inbound.Noise noise ->
          take(
              new Input.Malformed(
                  Optional.empty(), ErrorCode.RPC_FRAMEWORK_ERROR, noise.description()));
    }
  }

  private void take(Input input) {
    for (Effect effect : session.on(input, now)) {
      if (effect instanceof Effect.SendFrame(Frame frame)) {
        try {
          PLAIN.readTree(json.write(frame));
        } catch (JsonProcessingException noJson) {
          throw new AssertionError(frame.toString(), noJson);
        }
      }
    }
  }
}
