package dev.headroom.simulator.ocpp.session;

/** Why a transaction begins. */
public sealed interface StartCause {

  /** The driver presented a token that was accepted, or nobody could be asked. */
  record Authorized() implements StartCause {}

  /** The central system asked for it, under this id. */
  record Remote(int remoteStartId) implements StartCause {}
}
