package dev.headroom.core.allocation;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.evse.DrawHistory;
import dev.headroom.core.reading.MeterHistory;
import dev.headroom.core.reading.MeterReading;
import java.time.Instant;
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

  boolean follows(int place) {
    return missed.getOrDefault(place, 0) < TOO_MANY;
  }

  /** After looking at the last step of every EVSE. */
  CtTrust judge(Grid grid, Map<String, MeterHistory> meters, List<EvseBook> books) {
    Judge judge = new Judge(grid, meters, books, new HashMap<>(missed), new HashMap<>(judged));
    for (int port = 0; port < books.size(); port++) {
      judge.look(port);
    }
    return new CtTrust(judge.missed, judge.judged);
  }

  private record Judge(
      Grid grid,
      Map<String, MeterHistory> meters,
      List<EvseBook> books,
      Map<Integer, Integer> missed,
      Map<String, Instant> judged) {

    void look(int port) {
      EvseBook book = books.get(port);
      Optional<DrawHistory.Step> last = book.lastStep();
      if (last.isEmpty()) {
        return;
      }
      DrawHistory.Step step = last.get();
      Instant until = judged.getOrDefault(book.evse().name(), Instant.MIN);
      boolean known = !step.to().at().isAfter(until);
      if (known) {
        return;
      }
      for (Conductor conductor : grid.conductors()) {
        if (conductor.isLoadedBy(port)) {
          compare(port, step, conductor);
        }
      }
    }

    private void compare(int port, DrawHistory.Step step, Conductor conductor) {
      Optional<MeterHistory> meter = conductor.circuit().meter().map(it -> meters.get(it.name()));
      Optional<MeterReading> before = meter.flatMap(it -> it.lastUntil(step.from().at()));
      Optional<MeterReading> after = meter.flatMap(it -> it.firstSince(step.to().at()));
      if (before.isEmpty() || after.isEmpty()) {
        return;
      }
      judged.put(books.get(port).evse().name(), step.to().at());
      Optional<Integer> from = measured(before.get(), conductor);
      Optional<Integer> to = measured(after.get(), conductor);
      if (from.isPresent() && to.isPresent()) {
        double own = conductor.own(port, source -> rise(step, grid.linesOf(port, source)));
        double all = all(after.get(), conductor) - all(before.get(), conductor);
        boolean undone = (all - own) * Math.signum(own) < -Math.abs(own) * SEEN;
        if (!undone) {
          count(conductor, own, from.get(), to.get());
        }
      }
    }

    private void count(Conductor conductor, double own, int from, int to) {
      double error =
          conductor
              .circuit()
              .meter()
              .orElseThrow()
              .errorMilliamps(Math.max(from, to), conductor.circuit().breakerMilliamps());
      if (Math.abs(own) >= Math.max(WORTH_JUDGING_MILLIAMPS, 3 * error)) {
        boolean followed = (to - from) * Math.signum(own) >= Math.abs(own) * SEEN;
        int before = missed.getOrDefault(conductor.place(), 0);
        missed.put(conductor.place(), followed ? 0 : before + 1);
      }
    }

    /** What our EVSEs drew there by their samples when this was measured. */
    private double all(MeterReading reading, Conductor conductor) {
      return new Draws(grid, books).sampledAt(reading.receivedAt()).through(conductor.bound());
    }

    /** By how much what flows in these lines rose; a line no sample speaks of did not (S3). */
    private static int rise(DrawHistory.Step step, List<Phase> lines) {
      return lines.stream()
          .mapToInt(line -> step.to().on(line) - step.from().on(line))
          .reduce(0, (one, other) -> Math.abs(one) > Math.abs(other) ? one : other);
    }

    private static Optional<Integer> measured(MeterReading reading, Conductor conductor) {
      return Optional.ofNullable(reading.currentMilliamps().values().get(conductor.phase()));
    }
  }
}
