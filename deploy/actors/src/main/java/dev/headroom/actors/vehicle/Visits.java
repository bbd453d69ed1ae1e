package dev.headroom.actors.vehicle;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The vehicles that come to one EVSE, one after the other. */
@FunctionalInterface
public interface Visits {

  /** The next vehicle; each call moves on by one. Empty when nobody comes any more. */
  Optional<Visit> next();

  /** These, in the order of their arrival. */
  static Visits of(List<Visit> visits) {
    Iterator<Visit> left = List.copyOf(visits).iterator();
    return () -> left.hasNext() ? Optional.of(left.next()) : Optional.empty();
  }
}
