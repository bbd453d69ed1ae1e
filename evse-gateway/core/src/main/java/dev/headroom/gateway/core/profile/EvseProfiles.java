package dev.headroom.gateway.core.profile;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.site.Evse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The two profiles of an EVSE.
 *
 * @param voltagePermille the lowest that is plausible, in thousandths of the supply's: where the
 *     charger takes watts alone, they are those that let no more than the limit flow at it
 */
public record EvseProfiles(
    Evse evse, Supply supply, Capabilities capabilities, Slots slots, int voltagePermille) {

  /** Those of an EVSE whose voltage nobody knows: the lowest that may be expected. */
  public EvseProfiles(Evse evse, Supply supply, Capabilities capabilities, Slots slots) {
    this(evse, supply, capabilities, slots, supply.lowestPermille());
  }

  /**
   * How far in the past a live profile starts by the charger's own clock: some chargers ignore one
   * that starts now. Its levels end earlier by as much.
   */
  public static final Duration BACKDATING = Duration.ofSeconds(3);

  /**
   * What the EVSE takes by itself when commands stop, of the currents it accepts: 0 where an
   * electrician locked it off.
   */
  public static int fallbackMilliamps(Evse evse) {
    return evse.lockedOff() ? 0 : evse.acceptedMilliamps(evse.fallbackMilliamps());
  }

  /** What is written for the fallback: where no 0 is taken a pause is the least there is. */
  public int writtenFallbackMilliamps() {
    int fallback = fallbackMilliamps(evse);
    return fallback == 0 && !capabilities.takesZero() ? evse.minimumMilliamps() : fallback;
  }

  /** Whether the base holds the fallback that is counted on (S10). */
  public boolean holdsFallback() {
    return writtenFallbackMilliamps() == fallbackMilliamps(evse);
  }

  /**
   * The base: the fallback current for every transaction, for ever. Relative, so that it holds in a
   * charger that has lost its clock.
   */
  public Profile base() {
    return new Profile(
        evseId(),
        slots.base(evseId()),
        ProfilePurpose.TX_DEFAULT,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        rate().unit(),
        List.of(rate().period(0, writtenFallbackMilliamps())));
  }

  /**
   * A limit for a transaction, with its tail (S5). An absolute one starts so early that even by a
   * clock that is behind it has: until it does the base rules, which may be more than the limit.
   */
  public Profile live(String transactionId, int limitMilliamps, Tail tail, Instant now) {
    int fallback = writtenFallbackMilliamps();
    int periods = capabilities.tailPeriods();
    boolean relative = capabilities.tail() == TailKind.RELATIVE;
    Duration lead = relative ? Duration.ZERO : tail.clocks();
    return new Profile(
        evseId(),
        slots.live(evseId()),
        ProfilePurpose.TX,
        Optional.of(transactionId),
        relative ? Optional.empty() : Optional.of(now.minus(BACKDATING).minus(lead)),
        tail.expiry(limitMilliamps, fallback, periods).map(lead::plus),
        rate().unit(),
        tail.levels(limitMilliamps, fallback, periods).stream()
            .map(level -> rate().period(startSeconds(level, lead), level.milliamps()))
            .toList());
  }

  private static int startSeconds(Tail.Level level, Duration lead) {
    return level.after().isZero() ? 0 : (int) level.after().plus(lead).toSeconds();
  }

  /** A limit that a charger tells, as current of this EVSE's lines; empty if it cannot be one. */
  public OptionalInt milliamps(RateUnit unit, BigDecimal limit) {
    return rate().milliamps(unit, limit);
  }

  public int evseId() {
    return evse.address().evseId();
  }

  private Rate rate() {
    return Rate.of(evse, supply, capabilities, voltagePermille);
  }
}
