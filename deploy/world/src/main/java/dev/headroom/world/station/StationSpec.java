package dev.headroom.world.station;

import dev.headroom.actors.charger.Manner;
import dev.headroom.actors.profile.ProfileRules;
import dev.headroom.gateway.core.rpc.OcppVersion;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** What kind of charging station it is. */
public record StationSpec(OcppVersion version, Set<Quirk> quirks) {

  /** Vendor and model of those whose fallback was measured, as the gateway is told. */
  public static final String PROVEN = "Headroom/World";

  private static final Duration SPIKE = Duration.ofSeconds(2);
  private static final Duration RAMP = Duration.ofSeconds(20);

  public StationSpec {
    quirks = quirks.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(quirks));
  }

  /** One without quirks. */
  public static StationSpec plain(OcppVersion version) {
    return new StationSpec(version, Set.of());
  }

  /** Whether it does this. */
  public boolean has(Quirk quirk) {
    return quirks.contains(quirk);
  }

  /** Which profiles it takes. */
  public ProfileRules rules() {
    return switch (version) {
      case OCPP_1_6 -> ProfileRules.OCPP_1_6;
      case OCPP_2_0_1 -> ProfileRules.OCPP_2_0_1;
    };
  }

  /** How it follows a limit. */
  Manner manner() {
    return new Manner(
        has(Quirk.SPIKES) ? SPIKE : Duration.ZERO, has(Quirk.SLOW_RAMP) ? RAMP : Duration.ZERO);
  }

  /** The vendor that it names. */
  String vendor() {
    return "Headroom";
  }

  /** The model that it names: a proven one only if its fallback can be relied upon. */
  String model() {
    return quirks.stream().allMatch(Quirk::isSafe) ? "World" : "Other";
  }
}
