package dev.headroom.gateway.core.control;

import dev.headroom.core.evse.Revision;
import dev.headroom.gateway.core.control.Evidence.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What evidence makes of the limits an EVSE follows. Of two sources the less trusted one says
 * nothing while the other speaks; of a model that is not proven a charger's word settles nothing.
 */
final class Verification {

  /** A source that has said nothing for so many meter periods has fallen silent. */
  private static final int SILENT_PERIODS = 6;

  private final Duration silent;
  private final Obedience obedience;
  private final Settling settling;
  private final Map<Source, Instant> heardAt = new EnumMap<>(Source.class);
  private boolean tailMissing;
  private Evidence.Offered offer = new Evidence.Offered(0, 0);

  Verification(Timing timing) {
    this.silent = timing.meterPeriod().multipliedBy(SILENT_PERIODS);
    this.obedience = new Obedience(timing);
    this.settling = new Settling(timing.settle());
  }

  /** Nothing counts any more, not even what has settled. */
  void reset() {
    settling.reset();
  }

  /** Another transaction, or none: what was said was of the last one. */
  void forget() {
    obedience.forget();
    settling.startOver();
    heardAt.clear();
    tailMissing = false;
  }

  /** What it followed was not certain. */
  void startOver() {
    obedience.startOver();
    settling.startOver();
  }

  /** From now on the charger is to follow this limit. */
  void follows(int limitMilliamps, Instant now) {
    obedience.keeps(limitMilliamps, now);
    settling.follows(limitMilliamps, now);
  }

  /** What it follows is the limit of this revision. */
  void isOf(Revision revision) {
    settling.isOf(revision);
  }

  /** It says this of what it offers; what that shows is weighed after what was measured with it. */
  void note(Evidence.Offered said, Instant now) {
    offer = said;
    heardAt.put(Source.OFFERED, now);
  }

  /**
   * Evidence has come.
   *
   * @param proven whether the model is proven to obey: only then its own word shows anything
   * @return whether this is the moment the charger is found to disobey
   */
  boolean weigh(Evidence evidence, boolean proven, Instant now) {
    boolean whole = !(evidence instanceof Evidence.Drawn drawn) || drawn.complete();
    if (whole) {
      heardAt.put(evidence.source(), now);
    }
    if (isOverruled(evidence.source(), now)) {
      return false;
    }
    boolean found = obedience.weigh(evidence, now);
    switch (evidence) {
      case Evidence.Drawn measured ->
          settling.weigh(
              measured, limit -> !measured.isHeldAt(limit) && isOfferedAbove(limit, now), now);
      case Evidence.Offered offered -> weighWord(offered, proven, now);
      case Evidence.Scheduled scheduled -> {
        tailMissing = scheduled.tail() == Evidence.Scheduled.Tail.MISSING;
        weighWord(scheduled, proven, now);
      }
    }
    return found;
  }

  /** A vehicle that draws little would draw more if it could: what it is offered counts. */
  private boolean isOfferedAbove(int limitMilliamps, Instant now) {
    return isHeard(Source.OFFERED, now) && offer.refutes(limitMilliamps);
  }

  private void weighWord(Evidence word, boolean proven, Instant now) {
    if (proven && !obedience.isDoubtful()) {
      settling.weigh(word, limit -> false, now);
    }
  }

  /** The settle time alone decides, since nothing can draw. */
  void nothingDraws(Instant now) {
    settling.unmeasured(now);
  }

  /** The settle time alone decides, since a proven model says nothing of itself. */
  void unmeasured(Instant now) {
    if (!obedience.isDoubtful() && !tailMissing && !isHeard(Source.OFFERED, now)) {
      settling.unmeasured(now);
    }
  }

  /** Whether a more trusted source speaks. */
  boolean isOverruled(Source source, Instant now) {
    for (Source other : Source.values()) {
      if (other == source) {
        return false;
      }
      if (isHeard(other, now)) {
        return true;
      }
    }
    return false;
  }

  private boolean isHeard(Source source, Instant now) {
    Instant at = heardAt.get(source);
    return at != null && now.isBefore(at.plus(silent));
  }

  /** Since when a limit has had its time and is not shown to be followed. */
  Optional<Instant> unshownSince() {
    return settling.waitingSince();
  }

  Optional<Revision> settled() {
    return settling.settled();
  }

  /** What showed the limit that has settled. */
  Optional<Source> shownBy() {
    return settling.shownBy();
  }

  boolean disobeys() {
    return obedience.disobeys();
  }
}
