package dev.headroom.allocator.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * For how long each pulse has been still, by looks that are short apart: a process that stood still
 * as a whole has seen no more of its threads than of itself, so a long time between two looks
 * counts as a short one.
 */
final class Vigil {

  /** A pulse that is still. */
  record Still(Pulses.Pulse pulse, Duration time) {}

  private record Seen(long beats, Duration still) {}

  private final Duration most;
  private Map<Pulses.Pulse, Seen> seen = new IdentityHashMap<>();

  /**
   * Looks.
   *
   * @param most what the time between two looks counts at most
   */
  Vigil(Duration most) {
    this.most = most;
  }

  /** All pulses with the time for which they have been seen still. */
  List<Still> look(List<Pulses.Pulse> pulses, Duration sinceLast) {
    Duration passed = sinceLast.compareTo(most) < 0 ? sinceLast : most;
    Map<Pulses.Pulse, Seen> next = new IdentityHashMap<>();
    List<Still> all = new ArrayList<>();
    for (Pulses.Pulse pulse : pulses) {
      long beats = pulse.beats();
      Seen before = seen.get(pulse);
      Duration still =
          before == null || before.beats() != beats ? Duration.ZERO : before.still().plus(passed);
      next.put(pulse, new Seen(beats, still));
      all.add(new Still(pulse, still));
    }
    seen = next;
    return List.copyOf(all);
  }

  /** What was seen until now says nothing. */
  void anew() {
    seen = new IdentityHashMap<>();
  }
}
