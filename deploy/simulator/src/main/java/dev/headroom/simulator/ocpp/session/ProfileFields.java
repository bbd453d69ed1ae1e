package dev.headroom.simulator.ocpp.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.actors.profile.ChargingSchedule;
import dev.headroom.actors.profile.ProfileKind;
import dev.headroom.actors.profile.RateUnit;
import dev.headroom.actors.profile.SchedulePeriod;
import dev.headroom.simulator.ocpp.wire.Fields;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of a charging profile's JSON that both versions write alike. */
public final class ProfileFields {

  private ProfileFields() {}

  public static ProfileKind kind(JsonNode profile) {
    String kind = Fields.text(profile, "chargingProfileKind");
    return switch (kind) {
      case "Absolute" -> ProfileKind.ABSOLUTE;
      case "Relative" -> ProfileKind.RELATIVE;
      case "Recurring" ->
          switch (Fields.text(profile, "recurrencyKind")) {
            case "Daily" -> ProfileKind.DAILY;
            case "Weekly" -> ProfileKind.WEEKLY;
            default -> throw new IllegalArgumentException("recurrencyKind");
          };
      default -> throw new IllegalArgumentException("chargingProfileKind " + kind);
    };
  }

  public static ChargingSchedule schedule(JsonNode schedule) {
    List<SchedulePeriod> periods = new ArrayList<>();
    for (JsonNode period : schedule.path("chargingSchedulePeriod")) {
      periods.add(
          new SchedulePeriod(
              Fields.integer(period, "startPeriod"),
              thousandths(period),
              Fields.integerIfAny(period, "numberPhases")));
    }
    return new ChargingSchedule(
        Fields.integerIfAny(schedule, "duration").stream()
            .mapToObj(Duration::ofSeconds)
            .findFirst(),
        Fields.instantIfAny(schedule, "startSchedule"),
        unit(Fields.text(schedule, "chargingRateUnit")),
        periods);
  }

  /** The unit of a request, if it names one. */
  public static Optional<RateUnit> unitIfAny(JsonNode request) {
    return Fields.textIfAny(request, "chargingRateUnit").map(ProfileFields::unit);
  }

  private static RateUnit unit(String name) {
    return switch (name) {
      case "A" -> RateUnit.A;
      case "W" -> RateUnit.W;
      default -> throw new IllegalArgumentException("chargingRateUnit " + name);
    };
  }

  /**
   * The limit has one decimal at most (OCPP 1.6 §7.14, 2.0.1 ChargingSchedulePeriodType); more is
   * cut off, never rounded up.
   */
  private static long thousandths(JsonNode period) {
    JsonNode limit = period.path("limit");
    if (!limit.isNumber()) {
      throw new IllegalArgumentException("limit is a number");
    }
    return limit.decimalValue().setScale(1, RoundingMode.FLOOR).movePointRight(3).longValueExact();
  }
}
