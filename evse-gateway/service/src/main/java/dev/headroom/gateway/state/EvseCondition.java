package dev.headroom.gateway.state;

import dev.headroom.core.evse.EvseState;

/** What an EVSE with a socket here is doing; the label of {@code headroom_evses}. */
public enum EvseCondition {
  /** No vehicle charges. */
  IDLE,
  /** A vehicle charges under a limit of ours. */
  CHARGING,
  /** A vehicle charges under the base profile alone. */
  FALLBACK,
  /** It draws more than the limit it accepted. */
  DISOBEYING,
  /** Its socket is gone, and the broker does not know yet. */
  OFFLINE;

  static EvseCondition of(EvseState state) {
    if (!state.online()) {
      return OFFLINE;
    }
    if (state.disobeys()) {
      return DISOBEYING;
    }
    if (state.session().isEmpty()) {
      return IDLE;
    }
    return state.acknowledged().isPresent() ? CHARGING : FALLBACK;
  }
}
