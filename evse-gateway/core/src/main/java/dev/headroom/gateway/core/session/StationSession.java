package dev.headroom.gateway.core.session;

import dev.headroom.gateway.core.ocpp16.Action;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One OCPP 1.6J socket: inputs in, effects out, no clock of its own. One call is outstanding at
 * most. Not thread-safe: all inputs of a socket come one after the other, with times that do not go
 * back.
 */
public final class StationSession {

  public StationSession(String stationId, SessionSettings settings, TransactionIds ids) {}

  /** Takes an input and says what to do, in order. */
  public List<Effect> on(Input input, Instant now) {
    return List.of();
  }

  /**
   * The action whose answer bears this message id: how to read a CALLRESULT. Empty when nothing
   * waits for it, because it came too late or was never asked for.
   */
  public Optional<Action> awaited(String messageId) {
    return Optional.empty();
  }

  /** What the station said it is, if that is known. */
  public Optional<StationIdentity> identity() {
    return Optional.empty();
  }
}
