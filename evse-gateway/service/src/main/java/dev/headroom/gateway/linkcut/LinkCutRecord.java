package dev.headroom.gateway.linkcut;

import dev.headroom.gateway.core.dialect.StationIdentity;
import dev.headroom.gateway.core.linkcut.Outcome;
import java.time.Instant;
import java.util.Optional;

/**
 * A link-cut test as it is recorded and shown.
 *
 * @param evses those that were charging, by name
 * @param by who ordered it
 * @param powerCycled whether the station was switched off and on meanwhile, as stated and as its
 *     boot shows; without that a pass proves nothing (S10)
 * @param outcome empty while it runs
 * @param evidence in words
 */
public record LinkCutRecord(
    String station,
    String vendor,
    String model,
    Optional<String> firmware,
    String evses,
    Instant startedAt,
    Optional<Instant> endedAt,
    String by,
    boolean powerCycled,
    Optional<Outcome> outcome,
    String evidence) {

  StationIdentity identity() {
    return new StationIdentity(vendor, model, firmware);
  }
}
