package dev.headroom.gateway.core.dialect;

import dev.headroom.core.evse.ChargingNeeds;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.ocpp201.ACChargingParameters;
import dev.headroom.gateway.core.ocpp201.DCChargingParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What a vehicle says it needs, in OCPP 2.0.1 (K15). Nonsense is counted, and unknown (S4). */
final class Ocpp201Needs {

  /** Nobody plans further ahead. */
  private static final Duration LONGEST_STAY = Duration.ofDays(30);

  private static final int FULL_PERCENT = 100;

  private Ocpp201Needs() {}

  static ChargingNeeds of(
      dev.headroom.gateway.core.ocpp201.ChargingNeeds said, Listener listener, Instant now) {
    OptionalLong energy = energy(said);
    Optional<Instant> departure = said.departureTime();
    boolean sensible = energy.isEmpty() || ChargingNeeds.isSensible(energy.getAsLong());
    boolean ahead = departure.isEmpty() || isAhead(departure.get(), now);
    if (!sensible || !ahead) {
      listener.noticed(GatewayEvent.REJECTED_NEEDS);
    }
    return new ChargingNeeds(
        sensible ? energy : OptionalLong.empty(), ahead ? departure : Optional.empty());
  }

  private static boolean isAhead(Instant departure, Instant now) {
    return departure.isAfter(now) && !departure.isAfter(now.plus(LONGEST_STAY));
  }

  private static OptionalLong energy(dev.headroom.gateway.core.ocpp201.ChargingNeeds said) {
    Optional<OptionalLong> ac =
        said.acChargingParameters().map(ACChargingParameters::energyAmount).map(OptionalLong::of);
    return ac.or(() -> said.dcChargingParameters().map(Ocpp201Needs::energy))
        .orElse(OptionalLong.empty());
  }

  /** As said; else what its battery lacks of its target, if it says enough for that. */
  private static OptionalLong energy(DCChargingParameters said) {
    if (said.energyAmount().isPresent()) {
      return OptionalLong.of(said.energyAmount().getAsInt());
    }
    OptionalInt capacity = said.evEnergyCapacity();
    OptionalInt charge = said.stateOfCharge();
    if (capacity.isEmpty() || charge.isEmpty()) {
      return OptionalLong.empty();
    }
    long lacking = (long) said.fullSoC().orElse(FULL_PERCENT) - charge.getAsInt();
    return OptionalLong.of(Math.ceilDiv(capacity.getAsInt() * lacking, FULL_PERCENT));
  }
}
