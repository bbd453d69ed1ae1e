package dev.headroom.core.evse;

import dev.headroom.core.electrical.Phase;
import java.time.Instant;
import java.util.Optional;

/**
 * What an EVSE drew at one instant, as far as its samples before and after tell; milliamperes on
 * one line.
 */
public final class Around {

  private final Sample before;
  private final Sample after;
  private final boolean holds;

  Around(Sample before, Sample after, Instant then) {
    this.before = before;
    this.after = after;
    this.holds = before.holds(then);
  }

  /** Whether the sample before still held: otherwise it may have drawn nothing. */
  public boolean holds() {
    return holds;
  }

  /** Whether the sample before is older than this. */
  public boolean isBefore(Instant then) {
    return before.at().isBefore(then);
  }

  /** Whether it lies between two samples that are no further apart than they hold together. */
  public boolean isCertain() {
    return after.isSoon();
  }

  /** Whether no sample has come since: it may have moved anywhere that its limit lets it. */
  public boolean isOpen() {
    return after == Sample.NONE_AFTER;
  }

  /** The lower of the samples around, however old: what it drew if nothing changed since. */
  public int lowest(Phase line) {
    return Math.min(before.on(line), after.on(line));
  }

  /** The higher of the samples around; of the last alone while none has come after it. */
  public int highest(Phase line) {
    return isOpen() ? before.on(line) : Math.max(before.on(line), after.on(line));
  }

  /** What it most likely drew: its last sample, 0 if there was none. */
  public int likely(Phase line) {
    return before.on(line);
  }

  /** The largest current on any phase in a sample that still holds, 0 if there is none. */
  public int largest() {
    return holds ? before.largest() : 0;
  }

  /** The last sample, if it still holds. */
  public Optional<MeasuredCurrent> sample() {
    return holds ? Optional.of(before.measured()) : Optional.empty();
  }
}
