package dev.headroom.contract.site;

import dev.headroom.contract.form.FlagKey;
import dev.headroom.contract.form.MappingKey;
import dev.headroom.contract.form.NumberKey;
import dev.headroom.contract.form.Shape;
import dev.headroom.contract.form.TextKey;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.StationAddress;
import java.util.Optional;

/** The keys of each of {@code spec.evses}. */
final class EvseKeys {

  private static final int FLOOR = Evse.PILOT_FLOOR_MILLIAMPS;
  private static final int MOST_MILLIAMPS = 1_000_000;
  private static final int MOST_WATTS = 1_000_000;

  static final TextKey NAME = SiteKeys.name("evse", "Its name, unique on the site.");

  static final TextKey CIRCUIT =
      TextKey.any("circuit", "panel-a", "The circuit that feeds it.").mandatory();

  static final NumberKey BRANCH_BREAKER =
      NumberKey.amps("branchBreakerAmps", "40", "Its own breaker: 125 % of its maximum or more")
          .within(1, 10_000_000)
          .mandatory();

  static final TextKey STATION =
      TextKey.any("station", "CP-0001", "The OCPP identity of its charging station.")
          .mandatory()
          .like(StationAddress.FORM)
          .upTo(48);

  static final NumberKey EVSE_ID =
      NumberKey.whole("evseId", "1", "Its number there; OCPP 1.6: the connector.")
          .within(1, 1000)
          .or(1);

  static final TextKey WIRING =
      TextKey.among(
          "wiring",
          "L1-L2",
          "The lines it hangs between, in the order of the charger's own terminals.",
          WiringNotation.ALL);

  static final NumberKey MAXIMUM =
      NumberKey.amps("maximumAmps", "32", "The most an AC EVSE gives")
          .within(FLOOR, MOST_MILLIAMPS);

  static final NumberKey MINIMUM =
      NumberKey.amps("minimumAmps", "6", "The least an AC EVSE gives without pausing")
          .within(FLOOR, MOST_MILLIAMPS)
          .or(FLOOR);

  static final NumberKey FALLBACK =
      NumberKey.amps(
          "fallbackAmps",
          "6",
          "What an AC EVSE takes by itself when commands stop, 0 or its minimum and more; by"
              + " control.fallback unless given");

  static final NumberKey RATED_POWER =
      NumberKey.kilowatts("ratedKilowatts", "50", "The most it gives to a vehicle")
          .within(1, MOST_WATTS)
          .mandatory();

  static final NumberKey MINIMUM_POWER =
      NumberKey.kilowatts("minimumKilowatts", "5", "The least it gives without pausing")
          .within(1, MOST_WATTS)
          .mandatory();

  static final NumberKey FALLBACK_POWER =
      NumberKey.kilowatts(
              "fallbackKilowatts",
              "0",
              "What it gives by itself when commands stop, 0 or its minimum and more; by"
                  + " control.fallback unless given")
          .within(0, MOST_WATTS);

  static final NumberKey EFFICIENCY =
      NumberKey.decimal("efficiency", 3, "0.94", "What of its input reaches the vehicle.")
          .within(500, 1000)
          .or(920);

  static final NumberKey POWER_FACTOR =
      NumberKey.decimal("powerFactor", 3, "0.98", "Of its input.").within(500, 1000).or(950);

  static final MappingKey DC =
      new MappingKey(
          "dc",
          false,
          "{ratedKilowatts: 50, minimumKilowatts: 5}",
          "A DC EVSE, limited in watts; instead of maximumAmps, minimumAmps, fallbackAmps and"
              + " pilotAmps.",
          Shape.of(RATED_POWER, MINIMUM_POWER, FALLBACK_POWER, EFFICIENCY, POWER_FACTOR));

  static final FlagKey PAUSABLE =
      new FlagKey("pausable", "Whether it may be told to stop.", Optional.of(true));

  static final NumberKey PRIORITY =
      NumberKey.whole(
              "priority", "0", "Who is let in first when minimums do not all fit; higher first.")
          .or(0);

  static final NumberKey WEIGHT =
      NumberKey.whole("weight", "1", "Its share against the others'.").within(1, 1000).or(1);

  static final TextKey TENANT =
      TextKey.any("tenant", "tenant-1", "Whom its sessions are counted under; no person's name.");

  static final FlagKey LOCKED_OFF =
      new FlagKey(
          "lockedOff",
          "An electrician locked it off: it counts nothing and gets nothing.",
          Optional.of(false));

  static final TextKey LOCKED_OFF_BY =
      TextKey.any(
          "lockedOffBy",
          "J. Smith, master electrician, 2026-04-02",
          "The electrician and when; mandatory with lockedOff.");

  static final Shape SHAPE =
      Shape.of(
              NAME,
              CIRCUIT,
              BRANCH_BREAKER,
              STATION,
              EVSE_ID,
              WIRING,
              MAXIMUM,
              MINIMUM,
              FALLBACK,
              PilotNotation.KEY,
              DC,
              PAUSABLE,
              PRIORITY,
              WEIGHT,
              TENANT,
              LOCKED_OFF,
              LOCKED_OFF_BY)
          .with(
              """
              {
                "oneOf": [{"required": ["maximumAmps"]}, {"required": ["dc"]}],
                "dependentSchemas": {
                  "dc": {
                    "properties": {"minimumAmps": false, "fallbackAmps": false, "pilotAmps": false}
                  }
                },
                "if": {"properties": {"lockedOff": {"const": true}}, "required": ["lockedOff"]},
                "then": {"required": ["lockedOffBy"]}
              }
              """);

  private EvseKeys() {}
}
