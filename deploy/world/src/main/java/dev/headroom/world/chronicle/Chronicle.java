package dev.headroom.world.chronicle;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.EvseLimit;
import dev.headroom.core.explanation.Explanation;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells a run in words, a line for each thing that happens from an instant on. Limits are told when
 * they have moved by an ampere since they were told last, or to and from nothing: a ramp is a few
 * lines, not one for each half second.
 */
public final class Chronicle implements Listener {

  private static final int WORTH_MILLIAMPS = 1000;

  private final Instant start;
  private final Instant from;
  private final Consumer<String> lines;
  private final Map<String, Integer> given = new HashMap<>();
  private final Map<String, Integer> taken = new HashMap<>();
  private final Map<Object, String> faultsOn = new LinkedHashMap<>();
  private boolean begun;

  /**
   * @param start of the run; instants are told as time since
   * @param from nothing before it is told, but faults that are on then are
   */
  public Chronicle(Instant start, Instant from, Consumer<String> lines) {
    this.start = start;
    this.from = from;
    this.lines = lines;
  }

  @Override
  public void happened(Instant at, Happening what) {
    boolean told = !at.isBefore(from);
    if (told && !begun) {
      begun = true;
      faultsOn.values().forEach(words -> say(from, "(already on) " + words));
    }
    Consumer<String> say = words -> tell(told, at, words);
    switch (what) {
      case Happening.VehicleCame(String evse) -> say.accept("a vehicle comes to " + evse);
      case Happening.VehicleLeft(String evse) -> say.accept("the vehicle at " + evse + " leaves");
      case Happening.FaultBegan began -> {
        String words = "fault: %s, until %s";
        words =
            words.formatted(FaultWords.of(began.fault()), Clock.since(start, began.fault().end()));
        faultsOn.put(began.fault(), words);
        say.accept(words);
      }
      case Happening.FaultEnded ended -> {
        faultsOn.remove(ended.fault());
        say.accept("over: " + FaultWords.of(ended.fault()));
      }
      case Happening.OwnerClaimed(long epoch) ->
          say.accept("an allocator claims the site as owner " + epoch);
      case Happening.Issued(Allocation allocation) -> issued(allocation, say);
      case Happening.Obeyed obeyed -> obeyed(obeyed, say);
      case Happening.AboveRating above ->
          say.accept(
              "%s %s carries %s, above its rating of %s"
                  .formatted(
                      above.circuit(),
                      above.phase(),
                      amps(above.milliamps()),
                      amps(above.ratingMilliamps())));
      case Happening.BelowRating below ->
          say.accept(
              "%s %s is within its rating again after %s; D is %s"
                  .formatted(
                      below.circuit(), below.phase(), seconds(below.above()), heat(below.d())));
      case Happening.Hotter hotter ->
          say.accept(
              "%s %s: D has grown to %s (1 trips)"
                  .formatted(hotter.circuit(), hotter.phase(), heat(hotter.d())));
      case Happening.RuleBroken(var violation) ->
          say(at, "RULE %s BROKEN: %s".formatted(violation.rule(), violation.what()));
    }
  }

  private void issued(Allocation allocation, Consumer<String> say) {
    Optional<Explanation> why = Optional.empty();
    for (EvseLimit limit : allocation.limits()) {
      if (moved(given, limit.evse(), limit.limitMilliamps())) {
        Explanation explanation = why.orElseGet(() -> new Explanation(allocation));
        why = Optional.of(explanation);
        say.accept("owner %d: %s".formatted(allocation.revision().epoch(), explanation.why(limit)));
      }
    }
  }

  private void obeyed(Happening.Obeyed obeyed, Consumer<String> say) {
    taken.putIfAbsent(obeyed.evse(), obeyed.beforeMilliamps());
    int before = taken.getOrDefault(obeyed.evse(), 0);
    int after = obeyed.afterMilliamps();
    if (moved(taken, obeyed.evse(), after)) {
      say.accept(
          "%s %s %s at its charger, from %s"
              .formatted(
                  obeyed.evse(),
                  after > before ? "is up to" : "is down to",
                  amps(after),
                  amps(before)));
    }
  }

  /** Whether it is worth telling; if so, it is what was told last. */
  private static boolean moved(Map<String, Integer> told, String evse, int milliamps) {
    Integer before = told.get(evse);
    boolean worth =
        before == null
            || Math.abs(milliamps - before) >= WORTH_MILLIAMPS
            || (milliamps == 0) != (before == 0);
    if (worth) {
      told.put(evse, milliamps);
    }
    return worth;
  }

  private void tell(boolean told, Instant at, String words) {
    if (told) {
      say(at, words);
    }
  }

  private void say(Instant at, String words) {
    lines.accept("%11s  %s".formatted(Clock.since(start, at), words));
  }

  private static String amps(int milliamps) {
    return String.format(Locale.ROOT, "%.1f A", milliamps / 1000.0);
  }

  private static String heat(double d) {
    return String.format(Locale.ROOT, "%.2f", d);
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
