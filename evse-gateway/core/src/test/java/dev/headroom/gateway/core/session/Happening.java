package dev.headroom.gateway.core.session;

import dev.headroom.core.evse.Revision;
import dev.headroom.gateway.core.dialect.Occupancy;
import java.util.OptionalInt;

/** Something that happens on the line, in no version's words. */
sealed interface Happening {

  /** What the charger does with the call that is outstanding. */
  enum Answer {
    ACCEPT,
    REJECT,
    ERROR,
    /** It does as it is told, and nobody hears of it. */
    LOST,
    WRONG_ID
  }

  record Passes(int seconds) implements Happening {}

  record Answers(Answer answer) implements Happening {}

  /** The charger does so many things as it is told, and tells at once all it has promised. */
  record Obeys(int calls) implements Happening {}

  /** The next part comes of what the charger has promised to tell. */
  record Tells() implements Happening {}

  /** The charger calls once more as it did last. */
  record Repeats() implements Happening {}

  record Allocates(Revision revision, int first, int second) implements Happening {}

  record Permits(int kind) implements Happening {}

  record Changes(int fallback) implements Happening {}

  /** The charger calls. Of several transactions, {@code which} counts back from the latest. */
  sealed interface Said extends Happening {

    /** Whether it comes from the charger's offline queue. */
    default boolean isQueued() {
      return false;
    }
  }

  record Boots() implements Said {}

  record Beats() implements Said {}

  record Reports(int evseId, Occupancy occupancy) implements Said {}

  record GoesOn(int evseId, int which, Occupancy occupancy) implements Said {}

  record Starts(int evseId, int secondsAgo) implements Said {
    @Override
    public boolean isQueued() {
      return isOld(secondsAgo);
    }
  }

  record Stops(int which, int secondsAgo) implements Said {
    @Override
    public boolean isQueued() {
      return isOld(secondsAgo);
    }
  }

  /** Without a transaction it says what the EVSE draws, whatever for. */
  record Measures(int evseId, OptionalInt which, String amperes, int secondsAgo) implements Said {
    @Override
    public boolean isQueued() {
      return isOld(secondsAgo);
    }
  }

  /** OCPP 2.0.1: a transaction starts, and where is told with its first measurement. */
  record StartsSomewhere(int secondsAgo) implements Said {
    @Override
    public boolean isQueued() {
      return isOld(secondsAgo);
    }
  }

  /** OCPP 2.0.1: an event of a transaction, flagged as one from the offline queue. */
  record Flagged(Said event) implements Said {
    @Override
    public boolean isQueued() {
      return true;
    }
  }

  /** OCPP 2.0.1: a vehicle says what it needs. */
  record Needs(int evseId) implements Said {}

  private static boolean isOld(int secondsAgo) {
    return secondsAgo > 60;
  }
}
