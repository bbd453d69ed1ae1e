package dev.headroom.core.allocation;

import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Network;
import dev.headroom.core.reading.MeterHistory;
import dev.headroom.core.reading.MeterReading;
import dev.headroom.core.site.Meter;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * What one CT said over the raise delay, beside what EVSEs drew each time it measured.
 *
 * <p>CT and charger samples differ in time, so what is known of the draw errs for a few seconds
 * after every change. For a raise the <em>least</em> the EVSEs can have drawn counts, and the worst
 * of the whole raise delay. To see that something must be cut, the likely draw is taken off, or the
 * most where a raise is still under way: then only a current that is really above the limit cuts at
 * once, and what the chargers' samples leave unexplained for the whole raise delay. A charger that
 * is silent is taken to draw on: its loss alone makes nobody else pause.
 *
 * @param watchedFromStart whether the window is full; before that the worst case counts as well
 */
record MeterLook(
    Network network,
    Meter meter,
    Moment latest,
    Flows likely,
    Flows ifTheyFollow,
    List<Moment> window,
    boolean watchedFromStart) {

  /** So many readings below what our EVSEs report are no accident of sampling. */
  private static final int TOO_MANY_BELOW = 3;

  /** What a charger's own measurement may err by, in thousandths and milliamperes. */
  private static final int SAMPLE_ERROR_PERMILLE = 50;

  private static final int SAMPLE_ERROR_MILLIAMPS = 1000;

  /**
   * A reading, and what EVSEs drew then.
   *
   * @param least at least
   * @param lowest by the lower of the samples around, however old
   * @param certain if they drew steadily between two samples
   */
  record Moment(MeterReading reading, Flows least, Flows lowest, Flows certain) {}

  static MeterLook of(
      Network network,
      Meter meter,
      MeterHistory history,
      MeterReading latest,
      Draws draws,
      Instant start) {
    List<Moment> window = history.since(start).stream().map(it -> moment(it, draws)).toList();
    return new MeterLook(
        network,
        meter,
        moment(latest, draws),
        draws.likelyAt(latest.receivedAt()),
        draws.ifTheyFollowAt(latest.receivedAt()),
        window,
        history.reachesBackTo(start));
  }

  private static Moment moment(MeterReading reading, Draws draws) {
    Instant then = reading.receivedAt();
    return new Moment(
        reading, draws.leastAt(then), draws.lowestAround(then), draws.certainAt(then));
  }

  /** Whether the CT on this conductor reads less than our own EVSEs report there. */
  boolean readsBelowUs(Conductor conductor) {
    return window.stream().filter(moment -> isBelowUs(conductor, moment)).count() >= TOO_MANY_BELOW;
  }

  private boolean isBelowUs(Conductor conductor, Moment moment) {
    double certain = moment.certain().through(conductor.bound());
    double bearable = certain * (1000 - SAMPLE_ERROR_PERMILLE) / 1000 - SAMPLE_ERROR_MILLIAMPS;
    return withError(conductor, moment) < bearable;
  }

  /** The base load of a conductor that this meter watches and that carries its phase. */
  BaseLoad at(Conductor conductor, Flows most) {
    double likely = without(conductor, latest, likelyDraw(conductor));
    double unexplained = Double.MAX_VALUE;
    for (Moment moment : window) {
      unexplained = Math.min(unexplained, without(conductor, moment, moment.lowest()));
    }
    if (watchedFromStart && !window.isEmpty()) {
      likely = Math.max(likely, unexplained);
    }
    int measured = latest.reading().currentMilliamps().on(conductor.phase());
    Sure sure = sure(conductor, most, likely);
    return new BaseLoad(likely, sure, OptionalInt.of(measured), false);
  }

  /** Really above the limit, nobody who had time to follow a cut is believed to draw more. */
  private Flows likelyDraw(Conductor conductor) {
    boolean above = withError(conductor, latest) > conductor.circuit().continuousMilliamps();
    return above ? ifTheyFollow : likely;
  }

  private double without(Conductor conductor, Moment moment, Flows drawn) {
    return Math.max(0, withError(conductor, moment) - drawn.through(conductor.bound()));
  }

  /**
   * By the meter, or beside the worst-case base load: each bounds the current, so the lower holds;
   * before the window is full, the higher.
   */
  private Sure sure(Conductor conductor, Flows most, double likely) {
    Sure byMeter = byMeter(conductor);
    Sure worst =
        Sure.worst(
            network, Math.max(likely, conductor.circuit().worstBaseMilliamps(conductor.phase())));
    boolean meterIsLower =
        byMeter.carried(conductor.bound(), most) < worst.carried(conductor.bound(), most);
    return meterIsLower == watchedFromStart ? byMeter : worst;
  }

  /**
   * |I next| ≤ |I measured| + |Σ (least now − least then)| + |Σ (next − least now)| for every
   * reading of the window. What somebody drew less since is no relief where directions differ, for
   * against what base load it flowed is not known.
   */
  private Sure byMeter(Conductor conductor) {
    double beyond = withError(conductor, latest);
    for (Moment moment : window) {
      double since = since(conductor.bound(), moment);
      beyond = Math.max(beyond, withError(conductor, moment) + since);
    }
    return new Sure(beyond, latest.least());
  }

  private double since(Bound bound, Moment moment) {
    if (bound.directions().size() == 1) {
      return latest.least().sums(bound)[0] - moment.least().sums(bound)[0];
    }
    return latest.least().above(network, moment.least()).most(bound);
  }

  /** A phase that is missing in one reading of the window is bounded by the worst case. */
  private double withError(Conductor conductor, Moment moment) {
    Integer milliamps = moment.reading().currentMilliamps().values().get(conductor.phase());
    return milliamps == null
        ? conductor.circuit().worstBaseMilliamps(conductor.phase())
            + moment.least().most(conductor.bound())
        : milliamps + meter.errorMilliamps(milliamps, conductor.circuit().breakerMilliamps());
  }
}
