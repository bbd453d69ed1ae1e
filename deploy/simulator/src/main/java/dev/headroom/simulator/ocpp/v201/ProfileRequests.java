package dev.headroom.simulator.ocpp.v201;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.profile.ChargingProfile;
import dev.headroom.actors.profile.Installation;
import dev.headroom.actors.profile.InstalledProfile;
import dev.headroom.actors.profile.ProfilePurpose;
import dev.headroom.actors.profile.RateUnit;
import dev.headroom.simulator.ocpp.session.Central;
import dev.headroom.simulator.ocpp.session.CompositePeriods;
import dev.headroom.simulator.ocpp.session.ProfileFields;
import dev.headroom.simulator.ocpp.session.StationControl;
import dev.headroom.simulator.ocpp.wire.Fields;
import dev.headroom.simulator.ocpp.wire.Json;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Charging profiles in the words of OCPP 2.0.1 (K01, K08 to K10). */
final class ProfileRequests {

  private static final System.Logger LOG = System.getLogger(ProfileRequests.class.getName());

  private final ChargingStation station;
  private final Central central;
  private final StationControl control;

  ProfileRequests(ChargingStation station, Central central, StationControl control) {
    this.station = station;
    this.central = central;
    this.control = control;
  }

  ObjectNode set(JsonNode request) {
    int evse = Fields.integer(request, "evseId");
    ChargingProfile profile = ProfileWords.read(request.path("chargingProfile"), Optional.empty());
    return switch (station.install(evse, profile)) {
      case Installation.Accepted accepted -> {
        if (profile.purpose() == ProfilePurpose.TX) {
          control.liveLimitAccepted(evse);
        }
        yield Json.object().put("status", "Accepted");
      }
      case Installation.Rejected(String reason) -> {
        LOG.log(Level.WARNING, "{0} rejects a profile: {1}", station.id(), reason);
        ObjectNode rejected = Json.object().put("status", "Rejected");
        rejected
            .putObject("statusInfo")
            .put("reasonCode", "InvalidProfile")
            .put("additionalInfo", reason);
        yield rejected;
      }
    };
  }

  String clear(JsonNode request) {
    return station.clear(ProfileWords.toClear(request)) > 0 ? "Accepted" : "Unknown";
  }

  /** One report for each EVSE that has profiles; the last says that it is. */
  String get(JsonNode request) {
    int id = Fields.integer(request, "requestId");
    Map<Integer, List<InstalledProfile>> found =
        station.profiles().find(ProfileWords.toReport(request)).stream()
            .collect(
                Collectors.groupingBy(
                    InstalledProfile::connector, TreeMap::new, Collectors.toList()));
    if (found.isEmpty()) {
      return "NoProfiles";
    }
    control.afterAnswer(() -> report(id, found));
    return "Accepted";
  }

  private void report(int requestId, Map<Integer, List<InstalledProfile>> found) {
    Iterator<Map.Entry<Integer, List<InstalledProfile>>> evses = found.entrySet().iterator();
    while (evses.hasNext()) {
      Map.Entry<Integer, List<InstalledProfile>> evse = evses.next();
      ObjectNode report =
          Json.object()
              .put("requestId", requestId)
              .put("chargingLimitSource", "CSO")
              .put("evseId", evse.getKey())
              .put("tbc", evses.hasNext());
      ArrayNode profiles = report.putArray("chargingProfile");
      evse.getValue().forEach(each -> profiles.add(ProfileWords.write(each.profile())));
      central.call("ReportChargingProfiles", report, answer -> {});
    }
  }

  ObjectNode composite(JsonNode request) {
    int evse = Fields.integer(request, "evseId");
    int seconds = Fields.integer(request, "duration");
    if (evse == 0) {
      return Json.object().put("status", "Rejected");
    }
    RateUnit unit = ProfileFields.unitIfAny(request).orElse(RateUnit.A);
    ObjectNode answer = Json.object().put("status", "Accepted");
    ObjectNode schedule =
        answer
            .putObject("schedule")
            .put("evseId", evse)
            .put("duration", seconds)
            .put("scheduleStart", station.now().toString())
            .put("chargingRateUnit", unit.name());
    CompositePeriods.write(
        schedule.putArray("chargingSchedulePeriod"),
        station,
        evse,
        Duration.ofSeconds(seconds),
        unit);
    return answer;
  }
}
