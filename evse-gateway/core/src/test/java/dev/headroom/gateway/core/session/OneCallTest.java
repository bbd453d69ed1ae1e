package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.gateway.core.fixture.Charger;
import dev.headroom.gateway.core.fixture.Line;
import dev.headroom.gateway.core.fixture.Sites;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.rpc.Action;
import dev.headroom.gateway.core.rpc.ErrorCode;
import dev.headroom.gateway.core.rpc.Frame;
import dev.headroom.gateway.core.rpc.OcppVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** OCPP-J §4.1.1: one call at a time, in whatever version's words. */
@ParameterizedClass
@EnumSource(OcppVersion.class)
class OneCallTest {

  private final Charger charger;

  OneCallTest(OcppVersion version) {
    charger = new Charger(version);
  }

  @Test
  void waitsForTheAnswerAndThenSendsTheLatestLimitAlone() {
    Line line = Line.charging(charger);
    charger.fallSilent();
    line.allocate(1, 20_000);
    charger.forgetWhatItHeard();
    line.allocate(2, 19_000);
    line.allocate(3, 18_000);
    line.allocate(4, 17_000);
    assertThat(charger.heard()).isEmpty();

    Input answer = answer(lastCall(line));
    charger.forgetWhatItHeard();
    charger.behave();
    line.take(answer);
    assertThat(charger.heard()).hasSize(1);
    assertThat(charger.limit(1, line.now())).isEqualTo(17_000);
  }

  @Test
  void answersTheChargerWhileACallIsOutstanding() {
    Line line = Line.charging(charger);
    charger.fallSilent();
    line.allocate(1, 20_000);

    assertThat(line.heartbeat())
        .isEqualTo(
            switch (charger.version()) {
              case OCPP_1_6 -> new dev.headroom.gateway.core.ocpp16.Heartbeat.Conf(line.now());
              case OCPP_2_0_1 -> new dev.headroom.gateway.core.ocpp201.Heartbeat.Res(line.now());
            });
  }

  @Test
  void triesAgainUnderANewIdAndThenRestsForAWhile() {
    Line line = Line.charging(charger);
    charger.fallSilent();
    charger.forgetWhatItHeard();
    long before = frames(line).count();
    line.allocate(1, 20_000);
    line.pass(Duration.ofMinutes(4));

    assertThat(charger.heard()).hasSize(3);
    assertThat(frames(line).skip(before).map(Frame::messageId)).doesNotHaveDuplicates();
    assertThat(line.counted(GatewayEvent.CALL_TIMED_OUT)).isEqualTo(3);

    charger.behave();
    line.pass(Duration.ofMinutes(5));
    assertThat(charger.limit(1, line.now())).isEqualTo(20_000);
  }

  @Test
  void aLateAnswerIsIgnored() {
    Line line = Line.charging(charger);
    charger.fallSilent();
    line.allocate(1, 20_000);
    Frame.Call late = lastCall(line);
    line.pass(Duration.ofSeconds(30));
    line.take(answer(late));

    assertThat(line.state().acknowledged()).isEmpty();
    assertThat(line.counted(GatewayEvent.LATE_ANSWER)).isEqualTo(1);
    assertThat(line.session().awaited(late.messageId())).isEmpty();
  }

  @Test
  void anUnansweredRaiseMayBeInForceAndIsCutWhenNoLongerWanted() {
    Line line = Line.charging(charger);
    line.allocate(1, 10_000);
    charger.fallSilent();
    line.allocate(2, 30_000);
    line.allocate(3, 10_000);
    charger.behave();
    charger.forgetWhatItHeard();
    line.pass(Duration.ofSeconds(31));

    assertThat(charger.heard()).hasSize(1);
    assertThat(line.state().acknowledged().orElseThrow().revision().sequence()).isEqualTo(3);
  }

  @Test
  void anAnswerOfTheWrongKindIsAFailure() {
    Line line = Line.charging(charger);
    charger.fallSilent();
    line.allocate(1, 20_000);
    Frame.Call first = frames(line).findFirst().orElseThrow();
    assertThat(first.payload()).doesNotHaveSameClassAs(lastCall(line).payload());
    Frame.CallResult other = (Frame.CallResult) answer(first).frame();
    line.take(
        new Input.Received(new Frame.CallResult(lastCall(line).messageId(), other.payload())));

    assertThat(line.counted(GatewayEvent.CALL_FAILED)).isEqualTo(1);
    assertThat(line.state().acknowledged()).isEmpty();
  }

  @Test
  void anAnswerThatCannotBeReadIsAFailure() {
    Line line = Line.charging(charger);
    charger.fallSilent();
    line.allocate(1, 20_000);
    String id = lastCall(line).messageId();
    assertThat(line.session().awaited(id).map(Action::wireName)).contains("SetChargingProfile");
    line.take(new Input.MalformedAnswer(id, "no status"));

    assertThat(line.session().awaited(id)).isEmpty();
    assertThat(line.counted(GatewayEvent.MALFORMED_FRAME)).isEqualTo(1);
  }

  @Test
  void aCallErrorIsAFailureAndTriedAgain() {
    Line line = Line.charging(charger);
    charger.fail();
    line.allocate(1, 20_000);
    charger.behave();
    line.pass(Duration.ofSeconds(3));

    assertThat(charger.limit(1, line.now())).isEqualTo(20_000);
  }

  @Test
  void aMalformedCallIsAnsweredAndTwentyInARowEndIt() {
    Line line = Line.booted(charger, Sites.oneBay());
    List<Effect> effects = line.take(malformed(Optional.of("7")));
    assertThat(effects)
        .contains(
            new Effect.SendFrame(new Frame.CallError("7", ErrorCode.FORMAT_VIOLATION, "no array")));

    for (int i = 0; i < 18; i++) {
      assertThat(line.take(malformed(Optional.empty()))).noneMatch(Effect.Close.class::isInstance);
    }
    assertThat(line.take(malformed(Optional.empty())))
        .contains(new Effect.Close(1008, "too many malformed frames"));
  }

  @Test
  void aSystemsOwnCallIsNotForTheCharger() {
    Line line = Line.booted(charger, Sites.oneBay());
    List<Effect> effects =
        line.take(new Input.Received(new Frame.Call("9", lastCall(line).payload())));

    assertThat(effects)
        .anyMatch(
            effect ->
                effect instanceof Effect.SendFrame(Frame.CallError error)
                    && error.code() == ErrorCode.NOT_SUPPORTED);
  }

  private static Input malformed(Optional<String> callId) {
    return new Input.Malformed(callId, ErrorCode.FORMAT_VIOLATION, "no array");
  }

  /** What the charger, silent again, would have said. */
  private Input.Received answer(Frame.Call call) {
    charger.behave();
    Frame said = charger.hear(call).getFirst();
    charger.fallSilent();
    return new Input.Received(said);
  }

  private static Frame.Call lastCall(Line line) {
    return frames(line).reduce((first, last) -> last).orElseThrow();
  }

  private static Stream<Frame.Call> frames(Line line) {
    return line.effects(Effect.SendFrame.class)
        .map(Effect.SendFrame::frame)
        .filter(Frame.Call.class::isInstance)
        .map(Frame.Call.class::cast);
  }
}
