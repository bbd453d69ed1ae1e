package dev.headroom.gateway.charging;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A charging session as the REST interface shows it; energies in watt-hours. */
@Schema(name = "ChargingSession")
@JsonPropertyOrder({
  "site",
  "tenant",
  "evse",
  "stationId",
  "transactionId",
  "ocppVersion",
  "idTag",
  "state",
  "startedAt",
  "endedAt",
  "chargerStartedAt",
  "chargerEndedAt",
  "endReason",
  "meterStartWh",
  "meterStopWh",
  "energyWh",
  "registersRefused"
})
record ChargingSessionView(
    String site,
    @Schema(description = "as the site's definition said when the session began")
        Optional<String> tenant,
    String evse,
    String stationId,
    @Schema(description = "unique at its station alone") String transactionId,
    @Schema(description = "absent if the start was not seen") Optional<String> ocppVersion,
    @Schema(description = "OCPP 1.6 idTag, 2.0.1 idToken") Optional<String> idTag,
    @Schema(
            description =
                "open: goes on. complete: start, stop and energy are known. incomplete: over,"
                    + " without one of them; its energy is up to the last register")
        ChargingState state,
    @Schema(description = "the gateway's clock; the charger's if it was offline then")
        Instant startedAt,
    Optional<Instant> endedAt,
    @Schema(description = "the charger's clock; absent if the start was not seen")
        Optional<Instant> chargerStartedAt,
    @Schema(description = "the charger's clock; absent if the stop was not seen")
        Optional<Instant> chargerEndedAt,
    Optional<String> endReason,
    Optional<Long> meterStartWh,
    Optional<Long> meterStopWh,
    @Schema(description = "from the energy register; absent if unknown, never 0 for that")
        Optional<Long> energyWh,
    @Schema(description = "readings of the register that were of no use") int registersRefused) {

  static ChargingSessionView of(ChargingRecord charging) {
    return new ChargingSessionView(
        known(charging.site),
        Optional.ofNullable(charging.tenant),
        known(charging.evse),
        charging.stationId,
        charging.transactionId,
        Optional.ofNullable(charging.ocppVersion),
        Optional.ofNullable(charging.idToken),
        charging.state(),
        charging.startedAt,
        Optional.ofNullable(charging.endedAt),
        Optional.ofNullable(charging.chargerStartedAt),
        Optional.ofNullable(charging.chargerEndedAt),
        Optional.ofNullable(charging.endReason),
        Optional.ofNullable(charging.meterStartWh),
        Optional.ofNullable(charging.meterStopWh),
        Optional.ofNullable(charging.energyWh),
        charging.registersRefused);
  }

  /** Only sessions of a site are shown. */
  private static String known(@Nullable String name) {
    return Optional.ofNullable(name).orElseThrow();
  }
}
