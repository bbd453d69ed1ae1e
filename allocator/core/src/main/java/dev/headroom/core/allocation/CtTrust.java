package dev.headroom.core.allocation;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.evse.DrawHistory;
import dev.headroom.core.memory.ControlState;
import dev.headroom.core.reading.MeterHistory;
import dev.headroom.core.reading.MeterReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether each CT follows what our own EVSEs do. One that three times in a row does not follow a
 * step of 6 A or more (and of three times its own error) is as good as missing, however fresh: it
 * hangs on another conductor, or its clamp is open. The next step that it follows restores it.
 *
 * @param missed by a conductor's place, how many steps in a row its CT did not follow
 * @param judged by EVSE, until when its steps have been looked at
 */
record CtTrust(Map<Integer, Integer> missed, Map<String, Instant> judged) {

  static final CtTrust FULL = new CtTrust(Map.of(), Map.of());

  private static final int TOO_MANY = 3;
  private static final int WORTH_JUDGING_MILLIAMPS = 6000;

  /**
   * Part of a step that must be seen; base load changes as well, and CT and step differ in angle.
   */
  private static final double SEEN = 1.0 / 3;

  CtTrust {
    missed = Map.copyOf(missed);
    judged = Map.copyOf(judged);
  }

  /** As an earlier owner found them; of conductors that are there no more nothing is known. */
  static CtTrust doubting(Grid grid, List<ControlState.Doubt> doubts) {
    Map<Integer, Integer> missed = new HashMap<>();
    for (Conductor conductor : grid.conductors()) {
      doubts.stream()
          .filter(it -> it.circuit().equals(conductor.circuit().name()))
          .filter(it -> it.phase() == conductor.phase())
          .forEach(it -> missed.put(conductor.place(), it.missed()));
    }
    return new CtTrust(missed, Map.of());
  }

  /** Which CTs did not follow the last step, in the site's order. */
  List<ControlState.Doubt> doubts(Grid grid) {
    List<ControlState.Doubt> doubts = new ArrayList<>();
    for (Conductor conductor : grid.conductors()) {
      int steps = missed.getOrDefault(conductor.place(), 0);
      if (steps > 0) {
        doubts.add(new ControlState.Doubt(conductor.circuit().name(), conductor.phase(), steps));
      }
    }
    return doubts;
  }

  boolean follows(int place) {
    return missed.getOrDefault(place, 0) < TOO_MANY;
  }

  /** After looking at the last step of every EVSE. */
  CtTrust judge(Grid grid, Map<String, MeterHistory> meters, List<EvseBook> books) {
    CtTrust trust = this;
    for (int port = 0; port < books.size(); port++) {
      Optional<DrawHistory.Step> step = books.get(port).lastStep();
      if (step.isPresent() && !isJudged(books.get(port), step.get())) {
        trust = trust.after(step.get(), port, new Judge(grid, meters, books));
      }
    }
    return trust;
  }

  private boolean isJudged(EvseBook book, DrawHistory.Step step) {
    Instant until = judged.getOrDefault(book.evse().name(), Instant.MIN);
    return !step.to().at().isAfter(until);
  }

  private CtTrust after(DrawHistory.Step step, int port, Judge judge) {
    List<Compared> compared = new ArrayList<>();
    for (Conductor conductor : judge.grid.meteredConductorsOf(port)) {
      judge.compare(port, step, conductor).ifPresent(compared::add);
    }
    if (compared.isEmpty()) {
      return this;
    }
    Map<Integer, Integer> counts = new HashMap<>(missed);
    for (Compared each : compared) {
      each.followed()
          .ifPresent(
              followed ->
                  counts.put(
                      each.place(), followed ? 0 : counts.getOrDefault(each.place(), 0) + 1));
    }
    Map<String, Instant> until = new HashMap<>(judged);
    until.put(judge.books.get(port).evse().name(), step.to().at());
    return new CtTrust(counts, until);
  }

  /**
   * A step beside what the CT of a conductor read before and after it.
   *
   * @param followed empty if the step says nothing
   */
  private record Compared(int place, Optional<Boolean> followed) {}

  private record Judge(Grid grid, Map<String, MeterHistory> meters, List<EvseBook> books) {

    /** Empty while the CT has not spoken on either side of the step. */
    Optional<Compared> compare(int port, DrawHistory.Step step, Conductor conductor) {
      Optional<MeterHistory> meter = conductor.circuit().meter().map(it -> meters.get(it.name()));
      Optional<MeterReading> before = meter.flatMap(it -> it.lastUntil(step.from().at()));
      Optional<MeterReading> after = meter.flatMap(it -> it.firstSince(step.to().at()));
      return before.isEmpty() || after.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Compared(
                  conductor.place(), followed(port, step, conductor, before.get(), after.get())));
    }

    private Optional<Boolean> followed(
        int port,
        DrawHistory.Step step,
        Conductor conductor,
        MeterReading before,
        MeterReading after) {
      Optional<Integer> from = measured(before, conductor);
      Optional<Integer> to = measured(after, conductor);
      if (from.isEmpty() || to.isEmpty()) {
        return Optional.empty();
      }
      double own =
          conductor.carrier().own(port, source -> rise(step, grid.sources().lines().get(source)));
      double error =
          conductor
              .circuit()
              .meter()
              .orElseThrow()
              .errorMilliamps(
                  Math.max(from.get(), to.get()), conductor.circuit().breakerMilliamps());
      if (Math.abs(own) < Math.max(WORTH_JUDGING_MILLIAMPS, 3 * error)) {
        return Optional.empty();
      }
      double all = all(after, conductor) - all(before, conductor);
      boolean undone = (all - own) * Math.signum(own) < -Math.abs(own) * SEEN;
      boolean followed = (to.get() - from.get()) * Math.signum(own) >= Math.abs(own) * SEEN;
      return undone ? Optional.empty() : Optional.of(followed);
    }

    /** What our EVSEs drew there by their samples when this was measured. */
    private double all(MeterReading reading, Conductor conductor) {
      Flows sampled =
          new Draws(grid.sources(), books, conductor.fed()).sampledAt(reading.receivedAt());
      return conductor.carrier().through(sampled);
    }

    /** By how much what flows in these lines rose; a line no sample speaks of did not (S3). */
    private static int rise(DrawHistory.Step step, List<Phase> lines) {
      int largest = 0;
      for (Phase line : lines) {
        int rise = step.to().on(line) - step.from().on(line);
        largest = Math.abs(largest) > Math.abs(rise) ? largest : rise;
      }
      return largest;
    }

    private static Optional<Integer> measured(MeterReading reading, Conductor conductor) {
      return Optional.ofNullable(reading.currentMilliamps().values().get(conductor.phase()));
    }
  }
}
