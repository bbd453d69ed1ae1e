package dev.headroom.gateway.core.control;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * How many profiles were written for an EVSE on a day; each may wear its flash memory.
 *
 * @param day in UTC
 */
public record Written(LocalDate day, int count) {

  /** Nothing yet. */
  public static final Written NOTHING = new Written(LocalDate.EPOCH, 0);

  /** One more. */
  public Written more(Instant now) {
    return new Written(dayOf(now), on(now) + 1);
  }

  /** The one that came later: of the same day the higher count. */
  public Written later(Written other) {
    int order = day.compareTo(other.day);
    return order > 0 || (order == 0 && count >= other.count) ? this : other;
  }

  /** How many on the day of this instant. */
  public int on(Instant now) {
    return day.equals(dayOf(now)) ? count : 0;
  }

  private static LocalDate dayOf(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }
}
