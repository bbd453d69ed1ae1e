package dev.headroom.core.allocation;

import dev.headroom.core.allocation.Draws.Moment;
import java.util.List;
import java.util.OptionalInt;

/** One conductor as its meter, which carries its phase, saw it over the raise delay. */
final class ConductorLook {

  /** So many readings below what our EVSEs report are no accident of sampling. */
  private static final int TOO_MANY_BELOW = 3;

  /** What a charger's own measurement may err by, in thousandths and milliamperes. */
  private static final int SAMPLE_ERROR_PERMILLE = 50;

  private static final int SAMPLE_ERROR_MILLIAMPS = 1000;

  private final Conductor conductor;
  private final Carrier carrier;
  private final MeterLook meter;
  private final List<Moment> window;

  /** What each moment of the window can have read without error; then the latest. */
  private final double[] read;

  private final double latest;

  ConductorLook(Conductor conductor, MeterLook meter) {
    this.conductor = conductor;
    this.carrier = conductor.carrier();
    this.meter = meter;
    this.window = meter.window();
    this.read = new double[window.size()];
    for (int at = 0; at < read.length; at++) {
      read[at] = withError(window.get(at));
    }
    this.latest = withError(meter.latest());
  }

  /** Whether the CT reads less than our own EVSEs report here. */
  boolean readsBelowUs() {
    int below = 0;
    for (int at = 0; at < read.length; at++) {
      double certain = carrier.through(window.get(at).certain());
      double bearable = certain * (1000 - SAMPLE_ERROR_PERMILLE) / 1000 - SAMPLE_ERROR_MILLIAMPS;
      below += read[at] < bearable ? 1 : 0;
    }
    return below >= TOO_MANY_BELOW;
  }

  /**
   * The base load.
   *
   * @param most what each EVSE may draw now (S1)
   */
  BaseLoad base(Flows most) {
    double likely = Math.max(0, latest - carrier.through(likelyDraw()));
    if (meter.watchedFromStart() && read.length > 0) {
      likely = Math.max(likely, unexplained());
    }
    int measured = meter.latest().reading().currentMilliamps().on(conductor.phase());
    return new BaseLoad(likely, sure(most, likely), OptionalInt.of(measured), false);
  }

  /** Really above the limit, nobody who had time to follow a cut is believed to draw more. */
  private Flows likelyDraw() {
    boolean above = latest > conductor.circuit().continuousMilliamps();
    return above ? meter.ifTheyFollow() : meter.likely();
  }

  private double unexplained() {
    double least = Double.MAX_VALUE;
    for (int at = 0; at < read.length; at++) {
      double drawn = carrier.through(window.get(at).lowest());
      least = Math.min(least, Math.max(0, read[at] - drawn));
    }
    return least;
  }

  /**
   * By the meter, or beside the worst-case base load: each bounds the current, so the lower holds;
   * before the window is full, the higher.
   */
  private Sure sure(Flows most, double likely) {
    Sure byMeter = byMeter();
    Sure worst = Sure.worst(Math.max(likely, conductor.worstBase()));
    boolean meterIsLower = byMeter.carried(carrier, most) < worst.carried(carrier, most);
    return meterIsLower == meter.watchedFromStart() ? byMeter : worst;
  }

  /**
   * |I next| ≤ |I measured| + |Σ (least now − least then)| + |Σ (next − least now)| for every
   * reading of the window. What somebody drew less since is no relief where directions differ, for
   * against what base load it flowed is not known.
   */
  private Sure byMeter() {
    Flows now = meter.latest().least();
    double[] sums = carrier.sums(now);
    double beyond = latest;
    for (int at = 0; at < read.length; at++) {
      Flows then = window.get(at).least();
      double since =
          sums.length == 1 ? sums[0] - carrier.sums(then)[0] : carrier.most(now.above(then));
      beyond = Math.max(beyond, read[at] + since);
    }
    return new Sure(beyond, now);
  }

  /** A phase that is missing in one reading of the window is bounded by the worst case. */
  private double withError(Moment moment) {
    Integer milliamps = moment.reading().currentMilliamps().values().get(conductor.phase());
    return milliamps == null
        ? conductor.worstBase() + carrier.most(moment.least())
        : milliamps
            + meter.meter().errorMilliamps(milliamps, conductor.circuit().breakerMilliamps());
  }
}
