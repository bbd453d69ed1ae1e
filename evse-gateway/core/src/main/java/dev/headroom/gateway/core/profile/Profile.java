package dev.headroom.gateway.core.profile;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A charging profile of ours, in the charger's unit but in no version's words.
 *
 * @param evseId 0 for the whole station
 * @param slot where it lies in the charger; it replaces what lies there
 * @param transactionId of a {@link ProfilePurpose#TX} alone
 * @param start empty if it begins with each transaction
 * @param duration after which it ends; empty if it holds for ever
 * @param periods at least one, the first at 0
 */
public record Profile(
    int evseId,
    Slot slot,
    ProfilePurpose purpose,
    Optional<String> transactionId,
    Optional<Instant> start,
    Optional<Duration> duration,
    RateUnit unit,
    List<Period> periods) {

  /** An id, unique in the charger, and a level; of one purpose the highest level rules. */
  public record Slot(int id, int stackLevel) {}

  /**
   * A level from so many seconds after the start.
   *
   * @param limit with one decimal at most
   * @param phases of the charger's own; empty for DC
   */
  public record Period(int startSeconds, BigDecimal limit, OptionalInt phases) {}

  public Profile {
    periods = List.copyOf(periods);
    if (periods.isEmpty() || periods.getFirst().startSeconds() != 0) {
      throw new IllegalArgumentException("a schedule's first period starts at 0");
    }
    if ((purpose == ProfilePurpose.TX) != transactionId.isPresent()) {
      throw new IllegalArgumentException(purpose + " with transaction " + transactionId);
    }
    if (evseId == 0 ? purpose == ProfilePurpose.TX : purpose == ProfilePurpose.STATION_MAXIMUM) {
      throw new IllegalArgumentException(purpose + " on EVSE " + evseId);
    }
  }
}
