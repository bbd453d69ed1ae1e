package dev.headroom.dr.event;

import dev.headroom.core.ceiling.CeilingInterval;
import dev.headroom.core.ceiling.CeilingValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Events for tests, in hours from a start. */
public final class Events {

  public static final Instant START = Instant.parse("2026-07-01T12:00:00Z");

  private Events() {}

  public static Instant hour(int hour) {
    return START.plusSeconds(3600L * hour);
  }

  public static CeilingInterval watts(int fromHour, int toHour, int watts) {
    return new CeilingInterval(hour(fromHour), hour(toHour), new CeilingValue.Watts(watts));
  }

  public static DrEvent event(
      String id, CeilingInterval interval, boolean mayPause, String... sites) {
    return new DrEvent(
        id, new TreeSet<>(List.of(sites)), interval, mayPause, START, Optional.empty());
  }
}
