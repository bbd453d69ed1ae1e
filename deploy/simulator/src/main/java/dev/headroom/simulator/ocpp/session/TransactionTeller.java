package dev.headroom.simulator.ocpp.session;

import java.time.Instant;

/** Tells of one EVSE's transactions, link or no link. */
public interface TransactionTeller {

  /** It has begun. */
  void started(StartCause cause, Instant now);

  /** It charges, or no longer. */
  void stateChanged(Instant now);

  /** It is time for a sample. */
  void sampled(Instant now);

  /** Somebody asks how it is. */
  void asked(Instant now);

  /** It is about to end. */
  void ended(StopReason reason, Instant now);
}
