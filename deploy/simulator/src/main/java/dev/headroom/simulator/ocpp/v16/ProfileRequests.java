package dev.headroom.simulator.ocpp.v16;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.profile.ChargingProfile;
import dev.headroom.actors.profile.Installation;
import dev.headroom.actors.profile.ProfileFilter;
import dev.headroom.actors.profile.ProfilePurpose;
import dev.headroom.actors.profile.RateUnit;
import dev.headroom.simulator.ocpp.session.CompositePeriods;
import dev.headroom.simulator.ocpp.session.ProfileFields;
import dev.headroom.simulator.ocpp.session.StationControl;
import dev.headroom.simulator.ocpp.wire.Fields;
import dev.headroom.simulator.ocpp.wire.Json;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Charging profiles in the words of OCPP 1.6 (§5.5, §5.7, §5.16). */
final class ProfileRequests {

  private static final System.Logger LOG = System.getLogger(ProfileRequests.class.getName());

  private final ChargingStation station;
  private final StationControl control;

  ProfileRequests(ChargingStation station, StationControl control) {
    this.station = station;
    this.control = control;
  }

  String set(JsonNode request) {
    int connector = Fields.integer(request, "connectorId");
    ChargingProfile profile = profile(request.path("csChargingProfiles"));
    return switch (station.install(connector, profile)) {
      case Installation.Accepted accepted -> {
        if (profile.purpose() == ProfilePurpose.TX) {
          control.liveLimitAccepted(connector);
        }
        yield "Accepted";
      }
      case Installation.Rejected(String reason) -> {
        LOG.log(Level.WARNING, "{0} rejects a profile: {1}", station.id(), reason);
        yield "Rejected";
      }
    };
  }

  String clear(JsonNode request) {
    OptionalInt id = Fields.integerIfAny(request, "id");
    ProfileFilter filter =
        new ProfileFilter(
            id.isPresent() ? Set.of(id.getAsInt()) : Set.of(),
            Fields.integerIfAny(request, "connectorId"),
            Fields.textIfAny(request, "chargingProfilePurpose").map(ProfileRequests::purpose),
            Fields.integerIfAny(request, "stackLevel"));
    return station.clear(filter) > 0 ? "Accepted" : "Unknown";
  }

  ObjectNode composite(JsonNode request) {
    int connector = Fields.integer(request, "connectorId");
    int seconds = Fields.integer(request, "duration");
    if (connector == 0) {
      return Json.object().put("status", "Rejected");
    }
    RateUnit unit = ProfileFields.unitIfAny(request).orElse(RateUnit.A);
    ObjectNode answer =
        Json.object()
            .put("status", "Accepted")
            .put("connectorId", connector)
            .put("scheduleStart", station.now().toString());
    ObjectNode schedule =
        answer
            .putObject("chargingSchedule")
            .put("duration", seconds)
            .put("startSchedule", station.now().toString())
            .put("chargingRateUnit", unit.name());
    CompositePeriods.write(
        schedule.putArray("chargingSchedulePeriod"),
        station,
        connector,
        Duration.ofSeconds(seconds),
        unit);
    return answer;
  }

  private static ChargingProfile profile(JsonNode json) {
    return new ChargingProfile(
        Fields.integer(json, "chargingProfileId"),
        Fields.integer(json, "stackLevel"),
        purpose(Fields.text(json, "chargingProfilePurpose")),
        ProfileFields.kind(json),
        transactionId(json),
        Fields.instantIfAny(json, "validFrom"),
        Fields.instantIfAny(json, "validTo"),
        ProfileFields.schedule(json.path("chargingSchedule")));
  }

  private static Optional<String> transactionId(JsonNode json) {
    return Fields.integerIfAny(json, "transactionId").stream()
        .mapToObj(Integer::toString)
        .findFirst();
  }

  private static ProfilePurpose purpose(String name) {
    return switch (name) {
      case "ChargePointMaxProfile" -> ProfilePurpose.STATION_MAX;
      case "TxDefaultProfile" -> ProfilePurpose.TX_DEFAULT;
      case "TxProfile" -> ProfilePurpose.TX;
      default -> throw new IllegalArgumentException("chargingProfilePurpose " + name);
    };
  }
}
