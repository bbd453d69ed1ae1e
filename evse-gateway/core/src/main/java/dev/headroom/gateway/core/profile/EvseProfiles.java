package dev.headroom.gateway.core.profile;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.site.Evse;
import dev.headroom.gateway.core.ocpp16.ChargingProfile;
import dev.headroom.gateway.core.ocpp16.ChargingProfileKind;
import dev.headroom.gateway.core.ocpp16.ChargingProfilePurpose;
import dev.headroom.gateway.core.ocpp16.ChargingSchedule;
import dev.headroom.gateway.core.ocpp16.SetChargingProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The two profiles of an EVSE. Their ids and stack levels are fixed, so that each replaces itself
 * in place: there is never a moment without one.
 */
public record EvseProfiles(Evse evse, Supply supply, Capabilities capabilities) {

  /** How far in the past a live profile starts: some chargers ignore one that starts now. */
  public static final Duration BACKDATING = Duration.ofSeconds(3);

  private static final int BASE_IDS = 10_000;
  private static final int LIVE_IDS = 20_000;

  /** What the EVSE takes by itself when commands stop: 0 where an electrician locked it off. */
  public static int fallbackMilliamps(Evse evse) {
    return evse.lockedOff() ? 0 : evse.fallbackMilliamps();
  }

  /**
   * The base: the fallback current for every transaction, for ever. Relative, so that it holds in a
   * charger that has lost its clock.
   */
  public SetChargingProfile.Req base() {
    return new SetChargingProfile.Req(
        evseId(),
        new ChargingProfile(
            BASE_IDS + evseId(),
            OptionalInt.empty(),
            0,
            ChargingProfilePurpose.TxDefaultProfile,
            ChargingProfileKind.Relative,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new ChargingSchedule(
                OptionalInt.empty(),
                Optional.empty(),
                capabilities.unit(),
                List.of(rate().period(0, fallbackMilliamps(evse))),
                Optional.empty())));
  }

  /** A limit for a transaction, with its tail (S5). */
  public SetChargingProfile.Req live(
      int transactionId, int limitMilliamps, Tail tail, Instant now) {
    int fallback = fallbackMilliamps(evse);
    int periods = capabilities.maxPeriods();
    Optional<Duration> expiry = tail.expiry(limitMilliamps, fallback, periods);
    return new SetChargingProfile.Req(
        evseId(),
        new ChargingProfile(
            LIVE_IDS + evseId(),
            OptionalInt.of(transactionId),
            Math.min(1, capabilities.maxStackLevel()),
            ChargingProfilePurpose.TxProfile,
            ChargingProfileKind.Absolute,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new ChargingSchedule(
                expiry.isPresent()
                    ? OptionalInt.of((int) expiry.get().toSeconds())
                    : OptionalInt.empty(),
                Optional.of(now.minus(BACKDATING)),
                capabilities.unit(),
                tail.levels(limitMilliamps, fallback, periods).stream()
                    .map(level -> rate().period((int) level.after().toSeconds(), level.milliamps()))
                    .toList(),
                Optional.empty())));
  }

  public int evseId() {
    return evse.address().evseId();
  }

  private Rate rate() {
    return new Rate(capabilities.unit(), evse.wiring(), supply);
  }
}
