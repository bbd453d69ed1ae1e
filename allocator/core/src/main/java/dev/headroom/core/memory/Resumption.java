package dev.headroom.core.memory;

import dev.headroom.core.demand.Demand;
import dev.headroom.core.learn.LearnedLines;
import dev.headroom.core.reclaim.Reclaim;
import dev.headroom.core.site.Pace;
import dev.headroom.core.stagger.Stagger;
import dev.headroom.core.turn.Drawing;
import dev.headroom.core.turn.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What of an earlier owner's control state may be gone by. Timers go on from their instants, each
 * part for as long as an unwatched time leaves it true: what a vehicle does, until a sample of it
 * would be too old; who waits for a turn, for a dwell; whether an outage ends, for a minute. A
 * pause of raises ends by itself, energy that was not watched counts at the worst. What lies in the
 * future was not written by a clock like ours, and is dropped.
 *
 * @param watched until when the earlier owner certainly looked at the site
 */
public record Resumption(Pace pace, Instant watched, Instant now) {

  /** What clocks may be apart. */
  private static final Duration SKEW = Duration.ofSeconds(2);

  /** What a vehicle does is known for so long. */
  private static final Duration VEHICLE = LearnedLines.SAMPLE_HOLDS;

  private static final Duration OUTAGE = Duration.ofMinutes(1);

  /** As far as it may be gone by. */
  public ControlState of(ControlState state) {
    if (!isPast(watched)) {
      return ControlState.NONE;
    }
    Map<String, EvseMemory> evses = new HashMap<>();
    state.memory().evses().forEach((evse, its) -> evses.put(evse, of(its)));
    SiteMemory memory =
        new SiteMemory(evses, of(state.memory().demand()), of(state.memory().stagger()));
    return new ControlState(
        memory, state.doubts(), state.metered().filter(window -> isPast(window.until())));
  }

  private EvseMemory of(EvseMemory its) {
    return new EvseMemory(
        its.turn().filter(this::holds).map(this::of),
        holds(its.reclaim()) ? its.reclaim() : Reclaim.NONE,
        holds(its.learned()) ? its.learned() : LearnedLines.NONE,
        new Ramp(
            its.ramp().raised().filter(raised -> isPast(raised.lastAt())),
            its.ramp().cutAt().filter(this::isPast)));
  }

  private boolean holds(Turn turn) {
    boolean past =
        switch (turn.place()) {
          case Turn.Place.Waits(Instant since) -> isPast(since);
          case Turn.Place.Has(Instant since, Instant waited) -> isPast(since) && isPast(waited);
        };
    return past && isWithin(pace.dwell()) && sinceOf(turn.drawing()).allMatch(this::isPast);
  }

  private static Stream<Instant> sinceOf(Drawing drawing) {
    return switch (drawing) {
      case Drawing.Quiet(Instant since, boolean _) -> Stream.of(since);
      case Drawing.Waking(Instant since) -> Stream.of(since);
      case Drawing.Awaited(Instant since) -> Stream.of(since);
      case Drawing.Unseen _, Drawing.Draws _, Drawing.Yields _ -> Stream.empty();
    };
  }

  /** What it drew meanwhile is unknown, which is not nothing. */
  private Turn of(Turn turn) {
    return isWithin(VEHICLE)
        ? turn
        : new Turn(turn.session(), turn.place(), turn.drawing().next(Drawing.Sample.UNKNOWN, now));
  }

  private boolean holds(Reclaim reclaim) {
    return isWithin(VEHICLE) && reclaim.low().stream().allMatch(low -> isPast(low.since()));
  }

  private boolean holds(LearnedLines learned) {
    return isWithin(VEHICLE)
        && learned.lines().stream()
            .allMatch(line -> !(line instanceof LearnedLines.Line.Idle(Instant at)) || isPast(at));
  }

  private Demand of(Demand demand) {
    return new Demand(demand.window().filter(window -> isPast(window.until())));
  }

  private Stagger of(Stagger stagger) {
    Stream<Instant> all =
        Stream.concat(
            stagger.came().values().stream(),
            Stream.of(stagger.begun(), stagger.over()).flatMap(Optional::stream));
    return isWithin(OUTAGE) && all.allMatch(this::isPast) ? stagger : Stagger.NONE;
  }

  private boolean isPast(Instant instant) {
    return !instant.isAfter(now.plus(SKEW));
  }

  private boolean isWithin(Duration time) {
    return !watched.plus(time).isBefore(now);
  }
}
