package dev.headroom.gateway.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.evse.EvseState;
import dev.headroom.gateway.core.session.Effect.PublishState;
import dev.headroom.gateway.state.StateOutbox.Write;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The epoch of a connection is the offset of the record that opens it. */
class StateOutboxTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final StateOutbox outbox = new StateOutbox();
  private final StateSource connection = source();

  @Test
  void writesTheOpeningFirstAndTheRestUnderItsOffset() {
    outbox.put(connection, opening(0));
    outbox.put(connection, following(1));
    Write open = next();
    assertThat(open.state().connectionEpoch()).isEmpty();
    assertThat(outbox.next()).isEmpty();
    outbox.written(open, 42);
    Write second = next();
    assertThat(second.state().connectionEpoch()).hasValue(42);
    assertThat(second.state().at()).isEqualTo(NOW.plusSeconds(1));
  }

  @Test
  void writesOnlyTheLatestOfSeveralThatWait() {
    open(connection, 7);
    outbox.put(connection, following(1));
    outbox.put(connection, following(2));
    outbox.put(connection, following(3));
    assertThat(next().state().at()).isEqualTo(NOW.plusSeconds(3));
    assertThat(outbox.next()).isEmpty();
  }

  @Test
  void writesAgainWhatTheBrokerDidNotTakeUnlessALaterOneWaits() {
    open(connection, 7);
    outbox.put(connection, following(1));
    outbox.failed(next());
    Write again = next();
    assertThat(again.state().at()).isEqualTo(NOW.plusSeconds(1));
    outbox.put(connection, following(2));
    outbox.failed(again);
    assertThat(next().state().at()).isEqualTo(NOW.plusSeconds(2));
  }

  @Test
  void opensAgainWhenTheOpeningWasNotTaken() {
    outbox.put(connection, opening(0));
    outbox.put(connection, following(1));
    outbox.failed(next());
    Write again = next();
    assertThat(again.opens()).isTrue();
    outbox.written(again, 9);
    assertThat(next().state().connectionEpoch()).hasValue(9);
  }

  @Test
  void dropsStatesOfAConnectionThatWasDisplaced() {
    open(connection, 7);
    StateSource young = source();
    outbox.put(young, opening(1));
    outbox.put(connection, following(2));
    Write open = next();
    outbox.written(open, 8);
    assertThat(outbox.next()).isEmpty();
  }

  @Test
  void anAnswerForADisplacedConnectionDoesNotBecomeTheEpochOfTheNewOne() {
    outbox.put(connection, opening(0));
    Write old = next();
    StateSource young = source();
    outbox.put(young, opening(1));
    outbox.put(young, following(2));
    assertThat(outbox.next()).isEmpty();
    outbox.written(old, 7);
    Write open = next();
    assertThat(open.opens()).isTrue();
    outbox.written(open, 8);
    assertThat(next().state().connectionEpoch()).hasValue(8);
  }

  @Test
  void forgetsAnEvseOnceEverybodyKnowsItIsGone() {
    open(connection, 7);
    outbox.put(connection, new PublishState(state(1, false), false));
    Write offline = next();
    assertThat(outbox.empty()).isFalse();
    outbox.written(offline, 8);
    assertThat(outbox.empty()).isTrue();
    assertThat(outbox.latest()).isEmpty();
  }

  private static StateSource source() {
    return new StateSource() {
      @Override
      public void opened(String evse, long epoch) {}
    };
  }

  private void open(StateSource from, long offset) {
    outbox.put(from, opening(0));
    outbox.written(next(), offset);
  }

  private Write next() {
    return outbox.next().orElseThrow();
  }

  private static PublishState opening(int second) {
    return new PublishState(state(second, true), true);
  }

  private static PublishState following(int second) {
    return new PublishState(state(second, true), false);
  }

  private static EvseState state(int second, boolean online) {
    return new EvseState(
        "site-1",
        "evse-1",
        OptionalLong.empty(),
        NOW.plusSeconds(second),
        online,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        false);
  }
}
