package dev.headroom.core.evse;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the gateway that holds an EVSE's socket knows of it.
 *
 * @param connectionEpoch the offset of the record that opened this connection; empty in that record
 *     itself, whose own offset it is
 * @param at the gateway's clock
 * @param acknowledged the last limit the charger accepted, if any since it last booted
 * @param settled the newest revision whose limit was acknowledged, given its settle time, and shown
 *     by measurement (S2)
 * @param baseAccepted the charger accepted its base profile since the last boot we saw (S10)
 * @param fallbackProven its model and firmware passed the link-cut test (S10)
 * @param disobeys it accepted a limit and goes on drawing more
 */
public record EvseState(
    String site,
    String evse,
    OptionalLong connectionEpoch,
    Instant at,
    boolean online,
    Optional<ChargingSession> session,
    Optional<Acknowledgement> acknowledged,
    Optional<Revision> settled,
    Optional<MeasuredCurrent> measured,
    boolean baseAccepted,
    boolean fallbackProven,
    boolean disobeys) {

  /** Whether its declared fallback may be counted on (S10). */
  public boolean fallbackCounts() {
    return baseAccepted && fallbackProven;
  }
}
