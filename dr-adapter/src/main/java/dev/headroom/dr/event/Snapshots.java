package dev.headroom.dr.event;

import dev.headroom.core.ceiling.Ceiling;
import dev.headroom.core.ceiling.CeilingInterval;
import dev.headroom.core.ceiling.CeilingValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What all events together ask of each site: one snapshot per source with every interval that is
 * not over. Events that may pause EVSEs have a source of their own, since a source says so once.
 * Overlapping events are all in it; the tightest wins where they meet.
 */
public final class Snapshots {

  /** The source of events that leave EVSEs their 6 A floor. */
  public static final String KEEPING_THE_FLOOR = "events";

  /** The source of events that may pause EVSEs. */
  public static final String MAY_PAUSE = "events-may-pause";

  /** The slots that are ours to fill and to empty. */
  public static final Set<String> SOURCES = Set.of(KEEPING_THE_FLOOR, MAY_PAUSE);

  private static final Comparator<CeilingInterval> ORDER =
      Comparator.comparing(CeilingInterval::start)
          .thenComparing(CeilingInterval::end)
          .thenComparing(it -> amount(it.value()));

  /** A slot of a site. */
  public record Slot(String site, String source) implements Comparable<Slot> {
    @Override
    public int compareTo(Slot other) {
      return Comparator.comparing(Slot::site).thenComparing(Slot::source).compare(this, other);
    }
  }

  private Snapshots() {}

  /** The slots that ask for anything at {@code now} or later; all others are to be empty. */
  public static Map<Slot, Ceiling> of(Collection<DrEvent> events, Instant now) {
    Map<Slot, List<CeilingInterval>> intervals = new TreeMap<>();
    for (DrEvent event : events) {
      if (event.isOpenAt(now)) {
        for (String site : event.sites()) {
          intervals
              .computeIfAbsent(new Slot(site, sourceOf(event)), none -> new ArrayList<>())
              .add(event.interval());
        }
      }
    }
    Map<Slot, Ceiling> snapshots = new TreeMap<>();
    intervals.forEach((slot, asked) -> snapshots.put(slot, ceiling(slot, asked)));
    return snapshots;
  }

  /** The source in whose slot an event is. */
  public static String sourceOf(DrEvent event) {
    return event.mayPause() ? MAY_PAUSE : KEEPING_THE_FLOOR;
  }

  private static Ceiling ceiling(Slot slot, List<CeilingInterval> intervals) {
    return new Ceiling(
        slot.site(),
        slot.source(),
        slot.source().equals(MAY_PAUSE),
        intervals.stream().distinct().sorted(ORDER).toList());
  }

  private static String amount(CeilingValue value) {
    return switch (value) {
      case CeilingValue.Watts(int watts) -> "W%012d".formatted(watts);
      case CeilingValue.Amperes(int milliamps) -> "A%012d".formatted(milliamps);
    };
  }
}
