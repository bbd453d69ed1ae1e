package dev.headroom.gateway.core.linkcut;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges one link-cut test by what the charger's own meter tells: samples of current it replays or
 * sends after it came back, and its energy register before and after. Not thread-safe.
 */
public final class LinkCutTrial {

  /** An energy that is 15 % and 100 Wh beside what is reckoned is no evidence. */
  private static final double ENERGY_TOLERANCE = 1.15;

  private static final double ENERGY_SLACK_WATT_HOURS = 100;

  private final Instant cutAt;
  private final Duration grace;
  private final Map<Integer, Witness> witnesses = new HashMap<>();
  private Optional<Verdict> failure = Optional.empty();

  /** What was seen of one EVSE. */
  private static final class Witness {
    private final Expectation expected;
    private Optional<String> seen = Optional.empty();
    private Optional<Register> before = Optional.empty();
    private Optional<Register> after = Optional.empty();

    private Witness(Expectation expected) {
      this.expected = expected;
    }
  }

  private record Register(long wattHours, Instant at) {}

  /**
   * @param cutAt when the link was cut
   * @param grace after the fall is due: the charger's time to settle, and its clock's error
   */
  public LinkCutTrial(Instant cutAt, Duration grace, List<Expectation> expectations) {
    this.cutAt = cutAt;
    this.grace = grace;
    expectations.forEach(expected -> witnesses.put(expected.evseId(), new Witness(expected)));
  }

  /** When the last EVSE must have fallen back. */
  public Instant fallenBy() {
    return witnesses.values().stream()
        .map(witness -> dueBy(witness.expected))
        .max(Instant::compareTo)
        .orElse(cutAt);
  }

  /**
   * An EVSE's fullest line carried this.
   *
   * @param at by the charger's clock; live samples by ours
   */
  public void sampled(int evseId, int milliamps, Instant at) {
    Witness witness = witnesses.get(evseId);
    if (witness == null || at.isBefore(dueBy(witness.expected))) {
      return;
    }
    Expectation expected = witness.expected;
    if (milliamps > tolerated(expected.fallbackMilliamps())) {
      fail(
          "%s drew %s A at %s, though it was to fall to %s A by %s"
              .formatted(
                  expected.evse(),
                  amperes(milliamps),
                  at,
                  amperes(expected.fallbackMilliamps()),
                  expected.fallsAt()));
    } else if (expected.fallbackMilliamps() == 0 || milliamps >= expected.fallbackMilliamps() / 2) {
      witness.seen =
          witness.seen.or(
              () ->
                  Optional.of(
                      "%s drew %s A at %s".formatted(expected.evse(), amperes(milliamps), at)));
    }
  }

  /**
   * An EVSE's energy register showed this; before the cut the latest counts, after it the first.
   */
  public void registered(int evseId, long wattHours, Instant at) {
    Witness witness = witnesses.get(evseId);
    if (witness == null) {
      return;
    }
    Register register = new Register(wattHours, at);
    if (!at.isAfter(cutAt)) {
      witness.before =
          witness.before.filter(known -> known.at.isAfter(at)).or(() -> Optional.of(register));
    } else if (!at.isBefore(dueBy(witness.expected))) {
      witness.after =
          witness.after.filter(known -> known.at.isAfter(at)).or(() -> Optional.of(register));
      weigh(witness);
    }
  }

  /** Set once nothing can change it any more. */
  public Optional<Verdict> failure() {
    return failure;
  }

  /** What all that was seen amounts to. */
  public Verdict verdict() {
    if (failure.isPresent()) {
      return failure.get();
    }
    List<String> unseen =
        witnesses.values().stream()
            .filter(witness -> witness.seen.isEmpty())
            .map(witness -> witness.expected.evse())
            .toList();
    return unseen.isEmpty()
        ? new Verdict(
            Outcome.PASSED,
            String.join(
                "; ",
                witnesses.values().stream().map(witness -> witness.seen.orElseThrow()).toList()))
        : new Verdict(
            Outcome.INCONCLUSIVE,
            "nothing shows what " + String.join(", ", unseen) + " drew after its fall was due");
  }

  private void weigh(Witness witness) {
    if (witness.before.isEmpty() || witness.after.isEmpty()) {
      return;
    }
    Expectation expected = witness.expected;
    Register before = witness.before.get();
    Register after = witness.after.get();
    double energy = after.wattHours - before.wattHours;
    double atMost =
        wattHours(expected.limitWatts(), before.at, dueBy(expected))
            + wattHours(expected.fallbackWatts(), dueBy(expected), after.at);
    double kept = wattHours(expected.limitWatts(), before.at, after.at);
    double bound = atMost * ENERGY_TOLERANCE + ENERGY_SLACK_WATT_HOURS;
    if (energy > bound && kept > bound) {
      fail(
          "%s took %.0f Wh from %s to %s, where %.0f Wh were the most"
              .formatted(expected.evse(), energy, before.at, after.at, atMost));
    } else if (kept > bound && energy >= atMost / 2) {
      witness.seen =
          witness.seen.or(
              () ->
                  Optional.of(
                      "%s took %.0f Wh, not the %.0f Wh of its limit"
                          .formatted(expected.evse(), energy, kept)));
    }
  }

  private void fail(String evidence) {
    failure = failure.or(() -> Optional.of(new Verdict(Outcome.FAILED, evidence)));
  }

  private Instant dueBy(Expectation expected) {
    return expected.fallsAt().plus(grace);
  }

  /** Meters err and pilots are coarse. */
  static int tolerated(int milliamps) {
    return milliamps + Math.max(1000, milliamps / 20);
  }

  private static double wattHours(long watts, Instant from, Instant to) {
    return watts * (Duration.between(from, to).toMillis() / 3_600_000.0);
  }

  private static String amperes(int milliamps) {
    return "%.1f".formatted(milliamps / 1000.0).replace(',', '.');
  }
}
