package dev.headroom.core.allocation;

import dev.headroom.core.share.Claims;
import dev.headroom.core.share.Room;
import dev.headroom.core.share.Shares;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a site should be now, as if every EVSE obeyed at once: shared by the site's strategy among
 * those that take part, each at 0 or at least at its minimum.
 *
 * @param milliamps for each EVSE; one that takes no part stands at what it may draw
 * @param why what holds each EVSE where it is
 */
record Target(int[] milliamps, List<Reason> why) {

  static Target of(Look look, Terms terms, Rooms rooms, Room likely) {
    List<EvseBook> books = look.books();
    int n = books.size();
    int[] standing = new int[n];
    int[] least = new int[n];
    int[] most = new int[n];
    for (int i = 0; i < n; i++) {
      EvseBook book = books.get(i);
      if (!book.takesPart()) {
        standing[i] = look.most()[i];
      } else if (book.minimum() <= upper(look, i)) {
        standing[i] = book.evse().pausable() ? 0 : book.minimum();
        least[i] = book.minimum();
        most[i] = upper(look, i);
      }
    }
    Claims claims = terms.claims(standing, least, most);
    Shares shares = look.grid().allocator().share(claims, likely);
    List<Reason> why = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      why.add(why(look, i, claims, shares, rooms));
    }
    return new Target(shares.milliamps(), List.copyOf(why));
  }

  private static Reason why(Look look, int i, Claims claims, Shares shares, Rooms rooms) {
    EvseBook book = look.books().get(i);
    if (!book.takesPart()) {
      return Reason.of(reachedUpper(book));
    }
    if (claims.most()[i] == 0) {
      return Reason.of(Reason.Kind.TAKE_OVER);
    }
    int stoppedBy = shares.stoppedBy()[i];
    if (stoppedBy == Shares.NOTHING) {
      return Reason.of(
          claims.most()[i] < unclaimed(book) ? Reason.Kind.SATISFIED : reachedUpper(book));
    }
    return shares.milliamps()[i] == 0 ? rooms.whyNoRoom(stoppedBy) : rooms.whyFull(stoppedBy);
  }

  private static int upper(Look look, int port) {
    EvseBook book = look.books().get(port);
    int reclaimed = look.recall().evses().get(port).reclaim().atMost(book.maximum());
    return Math.min(unclaimed(book), Math.max(book.minimum(), reclaimed));
  }

  /** What it asks for whatever it makes use of. */
  private static int unclaimed(EvseBook book) {
    int wanted = book.role() == EvseBook.Role.WANTS ? book.maximum() : book.minimum();
    return book.acknowledgedHere() ? wanted : Math.min(wanted, book.standing());
  }

  private static Reason.Kind reachedUpper(EvseBook book) {
    return switch (book.role()) {
      case LOCKED_OFF -> Reason.Kind.LOCKED_OFF;
      case OFFLINE -> Reason.Kind.OFFLINE;
      case IDLE -> Reason.Kind.IDLE;
      case DISOBEYS -> Reason.Kind.DISOBEYS;
      case SATISFIED -> Reason.Kind.SATISFIED;
      case WANTS -> book.acknowledgedHere() ? Reason.Kind.RATED_MAXIMUM : Reason.Kind.TAKE_OVER;
    };
  }
}
