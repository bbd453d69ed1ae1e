package dev.headroom.simulator.ocpp.session;

import java.util.Collection;
import java.util.Optional;

/** What a request may set going in a station. */
public interface StationControl {

  /** A limit for a running transaction was accepted. */
  void liveLimitAccepted(int evse);

  /** All, or for a number above 0 the one of this EVSE; none if there is no such EVSE. */
  Collection<ConnectorSession> sessions(int evse);

  /** The one whose running transaction has this id. */
  Optional<ConnectorSession> running(String transactionId);

  /** Boots once more without a restart. */
  void boot();

  void heartbeat();

  /** Restarts soon. */
  void reset(StopReason reason);

  /** Restarts once no transaction runs. */
  void resetWhenIdle();

  /** Does this after the request has been answered. */
  void afterAnswer(Runnable work);
}
