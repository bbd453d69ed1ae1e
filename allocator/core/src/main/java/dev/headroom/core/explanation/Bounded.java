package dev.headroom.core.explanation;

import static dev.headroom.core.explanation.Figures.amps;
import static dev.headroom.core.explanation.Figures.kilowatts;

import dev.headroom.core.allocation.CircuitLoad;
import dev.headroom.core.allocation.Reason;
import java.util.Optional;

/**
 * What a reason points at, in words.
 *
 * @param line as the allocation saw it, where it is a line of a circuit that binds, not what feeds
 *     it or a neutral
 */
record Bounded(Reason reason, Optional<CircuitLoad> line) {

  static Bounded of(Reason reason, Optional<CircuitLoad> line) {
    return new Bounded(reason, line.filter(load -> binds(load, reason)));
  }

  /**
   * A transformer's line has the circuit's name and phase, and a bound of its own. Who waits may
   * wait for any of them, and where no bound is said for what no current tells, such as blind time.
   */
  private static boolean binds(CircuitLoad load, Reason reason) {
    int most = load.effectiveLimitMilliamps();
    int unsaid = reason.kind() == Reason.Kind.WAITS_FOR_ROOM ? Integer.MAX_VALUE : most;
    return reason.boundMilliamps().orElse(unsaid) == most;
  }

  /** Such as {@code L2 on panel-a}; the power of the site where no circuit binds. */
  String place() {
    String phase = reason.phase().map(it -> it + " on ").orElse("");
    return reason.circuit().map(circuit -> phase + circuit).orElse("the site's power");
  }

  /** Such as {@code panel-a on L2}. */
  String circuit() {
    String phase = reason.phase().map(it -> " on " + it).orElse("");
    return reason.circuit().orElse("the site") + phase;
  }

  /** Such as {@code L2 on panel-a, which may carry 80.0 A}. */
  String placeAndMost() {
    return place() + most();
  }

  /** Such as {@code , which may carry 80.0 A}; nothing where that is not known. */
  String most() {
    if (reason.boundWatts().isPresent()) {
      return ", which may reach " + figure().orElseThrow();
    }
    return figure().map(most -> ", which may carry " + most).orElse("");
  }

  /** Such as {@code L2 on panel-a to 80.0 A}. */
  String placeToMost() {
    return place() + figure().map(most -> " to " + most).orElse("");
  }

  private Optional<String> figure() {
    if (reason.boundWatts().isPresent()) {
      return Optional.of(kilowatts(reason.boundWatts().getAsInt()));
    }
    return reason.boundMilliamps().isPresent()
        ? Optional.of(amps(reason.boundMilliamps().getAsInt()))
        : line.map(load -> amps(load.effectiveLimitMilliamps()));
  }

  /** Who has what of the line that was just named; nothing where that is not known. */
  String accounts() {
    return line.map(load -> "; " + new Ledger(load).of("it")).orElse("");
  }

  /** The same where it was not said yet what it may carry. */
  String accountsOfMost() {
    return line.map(load -> "; " + new Ledger(load).of("the " + mayCarry(load))).orElse("");
  }

  private static String mayCarry(CircuitLoad load) {
    return amps(load.effectiveLimitMilliamps()) + " it may carry";
  }
}
