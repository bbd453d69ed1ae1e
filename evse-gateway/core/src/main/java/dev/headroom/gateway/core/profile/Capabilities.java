package dev.headroom.gateway.core.profile;

import dev.headroom.gateway.core.ocpp16.ChargingRateUnit;
import dev.headroom.gateway.core.ocpp16.GetConfiguration;
import dev.headroom.gateway.core.ocpp16.KeyValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a charger says its smart charging can do (OCPP 1.6 §9.3).
 *
 * @param maxStackLevel the highest stack level it takes
 * @param maxPeriods how many periods a schedule may have; at least 1
 * @param maxProfiles how many profiles it keeps; empty if it does not say: then it will refuse one
 *     too many itself
 */
public record Capabilities(
    int maxStackLevel, ChargingRateUnit unit, int maxPeriods, OptionalInt maxProfiles) {

  private static final String STACK_LEVEL = "ChargeProfileMaxStackLevel";
  private static final String UNIT = "ChargingScheduleAllowedChargingRateUnit";
  private static final String PERIODS = "ChargingScheduleMaxPeriods";
  private static final String PROFILES = "MaxChargingProfilesInstalled";

  /** The configuration keys that say it. */
  public static final List<String> KEYS = List.of(STACK_LEVEL, UNIT, PERIODS, PROFILES);

  /** What is assumed of a charger that says nothing: stack level 0, amperes, one period. */
  public static final Capabilities WORST =
      new Capabilities(0, ChargingRateUnit.A, 1, OptionalInt.empty());

  /** What the answer says, and the worst of what it does not say. */
  public static Capabilities of(GetConfiguration.Conf answer) {
    List<KeyValue> keys = answer.configurationKey().orElse(List.of());
    return new Capabilities(
        number(keys, STACK_LEVEL).orElse(WORST.maxStackLevel),
        value(keys, UNIT).map(Capabilities::unitOf).orElse(WORST.unit),
        Math.max(1, number(keys, PERIODS).orElse(WORST.maxPeriods)),
        number(keys, PROFILES));
  }

  /** Whether a live profile can hold a tail, without which the model is unproven (S5, S10). */
  public boolean holdsTail() {
    return maxPeriods >= 2;
  }

  /** Whether a base and a live profile fit for each of this many connectors. */
  public boolean holdsProfilesOf(int connectors) {
    return maxProfiles.isEmpty() || maxProfiles.getAsInt() >= 2 * connectors;
  }

  /** Whether the charge point's maximum fits beside them. */
  public boolean holdsMaximumBeside(int connectors) {
    return maxProfiles.isEmpty() || maxProfiles.getAsInt() > 2 * connectors;
  }

  /** Amperes unless it takes watts alone: a limit in amperes needs no assumed voltage. */
  private static ChargingRateUnit unitOf(String allowed) {
    List<String> words =
        Arrays.stream(allowed.toLowerCase(Locale.ROOT).split("[,; ]+")).map(String::trim).toList();
    boolean watts = words.contains("power") || words.contains("w");
    boolean amperes = words.contains("current") || words.contains("a");
    return watts && !amperes ? ChargingRateUnit.W : ChargingRateUnit.A;
  }

  private static Optional<String> value(List<KeyValue> keys, String key) {
    return keys.stream()
        .filter(entry -> entry.key().equalsIgnoreCase(key))
        .findFirst()
        .flatMap(KeyValue::value);
  }

  private static OptionalInt number(List<KeyValue> keys, String key) {
    Optional<String> digits =
        value(keys, key).map(String::trim).filter(text -> text.matches("\\d{1,9}"));
    return digits.isPresent()
        ? OptionalInt.of(Integer.parseInt(digits.get()))
        : OptionalInt.empty();
  }
}
