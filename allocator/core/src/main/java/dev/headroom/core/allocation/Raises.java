package dev.headroom.core.allocation;

import dev.headroom.core.share.Claims;
import dev.headroom.core.share.Room;
import java.util.List;

/**
 * How far each EVSE may rise now (S1): with the base load that is sure and every other EVSE at its
 * most, every bound must hold. Where that is impossible already, nobody on it rises.
 */
final class Raises {

  private Raises() {}

  /**
   * The highest limit each EVSE may be given on the way to its target; of one without a session
   * what that may begin with.
   */
  static int[] allowed(Look look, Terms terms, Target target, Rooms rooms) {
    List<EvseBook> books = look.books();
    int n = books.size();
    int[] least = new int[n];
    int[] most = look.most().clone();
    for (int i = 0; i < n; i++) {
      EvseBook book = books.get(i);
      if (book.takesPart() && target.milliamps()[i] >= book.minimum()) {
        least[i] = book.minimum();
        most[i] = Math.max(most[i], target.milliamps()[i]);
      }
    }
    Room sure = rooms.sure();
    Claims claims = terms.claims(look.most(), least, most);
    int[] allowed = look.grid().allocator().share(claims, sure).milliamps();
    boolean[] stay = rooms.overloading(sure, look.most());
    for (int i = 0; i < n; i++) {
      EvseBook book = books.get(i);
      if (book.isFree()) {
        allowed[i] = stay[i] ? book.beginsWith() : book.fallback();
      } else {
        allowed[i] = stay[i] ? stands(book) : allowed[i];
      }
    }
    return allowed;
  }

  private static int stands(EvseBook book) {
    return book.lastIssued().isPresent() ? book.standing() : 0;
  }
}
