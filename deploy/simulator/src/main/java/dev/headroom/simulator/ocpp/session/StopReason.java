package dev.headroom.simulator.ocpp.session;

/** Why a transaction ends. */
public enum StopReason {
  EV_DISCONNECTED,
  DEAUTHORIZED,
  REMOTE,
  POWER_LOSS,
  /** Reset at once: 1.6 Hard, 2.0.1 Immediate. */
  HARD_RESET,
  /** Reset in good order: 1.6 Soft. */
  SOFT_RESET
}
