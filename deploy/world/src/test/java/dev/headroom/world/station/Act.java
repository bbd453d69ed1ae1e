package dev.headroom.world.station;

import dev.headroom.world.fault.FaultKind;

/** Something that happens to a charger, to the gateway, or to what they say to each other. */
sealed interface Act {

  record Passes(int seconds) implements Act {}

  /** A new allocation gives the station's two EVSEs these limits, in milliamperes. */
  record Allocates(int first, int second) implements Act {}

  /** From now on the lease is held, or over, or over with every decrease known to be in force. */
  record Leases(Lease lease) implements Act {}

  enum Lease {
    HELD,
    CUT_ONLY,
    FALLBACK
  }

  /** A vehicle comes, or the one that is there leaves. */
  record ComesOrGoes(int evse) implements Act {}

  /** The link or the power is lost, and comes back so many seconds later. */
  record Loses(FaultKind what, int seconds) implements Act {}

  /** What becomes of the next calls of the gateway. */
  record Spoils(Fate fate, int calls) implements Act {}

  enum Fate {
    /** They never arrive. */
    UNHEARD,
    /** They are obeyed, and the answer is lost. */
    UNANSWERED,
    /** They are obeyed, and the answer comes once nobody waits for it any more. */
    ANSWERED_LATE,
    /** They are answered with an error, and not obeyed. */
    REFUSED
  }

  /** The site gives both EVSEs another fallback, in milliamperes. */
  record Changes(int fallback) implements Act {}
}
