package dev.headroom.contract.codec;

import dev.headroom.core.ceiling.Ceiling;
import dev.headroom.core.ceiling.CeilingInterval;
import dev.headroom.core.ceiling.CeilingValue;
import dev.headroom.core.ceiling.CeilingValue.Amperes;
import dev.headroom.core.ceiling.CeilingValue.Watts;
import dev.headroom.core.site.Names;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Value of {@code headroom.ceilings}. */
record CeilingJson(String site, String source, boolean mayPause, List<IntervalJson> intervals) {

  /** One of the two ceilings is there, the other null. */
  record IntervalJson(
      Instant start,
      Instant end,
      Optional<Integer> ceilingWatts,
      Optional<Integer> ceilingMilliamps) {

    static IntervalJson of(CeilingInterval interval) {
      return switch (interval.value()) {
        case Watts(int watts) ->
            new IntervalJson(
                interval.start(), interval.end(), Optional.of(watts), Optional.empty());
        case Amperes(int milliamps) ->
            new IntervalJson(
                interval.start(), interval.end(), Optional.empty(), Optional.of(milliamps));
      };
    }

    CeilingInterval interval() {
      if (ceilingWatts.isPresent() == ceilingMilliamps.isPresent()) {
        throw new IllegalArgumentException("an interval has either watts or milliamperes");
      }
      CeilingValue value =
          ceilingWatts
              .<CeilingValue>map(Watts::new)
              .orElseGet(() -> new Amperes(ceilingMilliamps.orElseThrow()));
      return new CeilingInterval(start, end, value);
    }
  }

  static CeilingJson of(Ceiling ceiling) {
    return new CeilingJson(
        ceiling.site(),
        ceiling.source(),
        ceiling.mayPause(),
        ceiling.intervals().stream().map(IntervalJson::of).toList());
  }

  Ceiling ceiling() {
    return new Ceiling(
        Names.check("site", site),
        Names.check("source", source),
        mayPause,
        intervals.stream().map(IntervalJson::interval).toList());
  }
}
