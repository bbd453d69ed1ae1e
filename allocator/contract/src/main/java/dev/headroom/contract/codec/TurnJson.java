package dev.headroom.contract.codec;

import dev.headroom.core.turn.Drawing;
import dev.headroom.core.turn.Turn;
import java.time.Instant;
import java.util.Optional;

/** A vehicle's part in taking turns, in control state. */
record TurnJson(String session, PlaceJson place, DrawingJson drawing) {

  enum PlaceKind {
    WAITS,
    HAS
  }

  record PlaceJson(PlaceKind kind, Instant since, Optional<Instant> waitedSince) {

    static PlaceJson of(Turn.Place place) {
      return switch (place) {
        case Turn.Place.Waits(Instant since) ->
            new PlaceJson(PlaceKind.WAITS, since, Optional.empty());
        case Turn.Place.Has(Instant since, Instant waited) ->
            new PlaceJson(PlaceKind.HAS, since, Optional.of(waited));
      };
    }

    Turn.Place place() {
      return switch (kind) {
        case WAITS -> new Turn.Place.Waits(since);
        case HAS -> new Turn.Place.Has(since, there(waitedSince, "waitedSince"));
      };
    }
  }

  enum DrawingKind {
    UNSEEN,
    DRAWS,
    QUIET,
    WAKING,
    AWAITED,
    YIELDS
  }

  record DrawingJson(DrawingKind kind, Optional<Instant> since, Optional<Boolean> drew) {

    static DrawingJson of(Drawing drawing) {
      return switch (drawing) {
        case Drawing.Unseen _ -> of(DrawingKind.UNSEEN, Optional.empty());
        case Drawing.Draws _ -> of(DrawingKind.DRAWS, Optional.empty());
        case Drawing.Quiet(Instant since, boolean drew) ->
            new DrawingJson(DrawingKind.QUIET, Optional.of(since), Optional.of(drew));
        case Drawing.Waking(Instant since) -> of(DrawingKind.WAKING, Optional.of(since));
        case Drawing.Awaited(Instant since) -> of(DrawingKind.AWAITED, Optional.of(since));
        case Drawing.Yields _ -> of(DrawingKind.YIELDS, Optional.empty());
      };
    }

    private static DrawingJson of(DrawingKind kind, Optional<Instant> since) {
      return new DrawingJson(kind, since, Optional.empty());
    }

    Drawing drawing() {
      return switch (kind) {
        case UNSEEN -> new Drawing.Unseen();
        case DRAWS -> new Drawing.Draws();
        case QUIET -> new Drawing.Quiet(there(since, "since"), there(drew, "drew"));
        case WAKING -> new Drawing.Waking(there(since, "since"));
        case AWAITED -> new Drawing.Awaited(there(since, "since"));
        case YIELDS -> new Drawing.Yields();
      };
    }
  }

  static <T> T there(Optional<T> value, String name) {
    return value.orElseThrow(() -> new IllegalArgumentException(name + " is absent"));
  }

  static TurnJson of(Turn turn) {
    return new TurnJson(turn.session(), PlaceJson.of(turn.place()), DrawingJson.of(turn.drawing()));
  }

  Turn turn() {
    return new Turn(session, place.place(), drawing.drawing());
  }
}
