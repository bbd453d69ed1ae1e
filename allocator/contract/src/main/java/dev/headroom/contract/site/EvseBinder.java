package dev.headroom.contract.site;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.core.electrical.AcInput;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.Control.Fallback;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Output;
import dev.headroom.core.site.StationAddress;
import java.util.Optional;

/** An EVSE, as written under {@code spec.evses}. */
final class EvseBinder {

  /** Of a rectifier nobody gave figures for; cautious, unsourced. */
  private static final int EFFICIENCY_PERMILLE = 920;

  private static final int POWER_FACTOR_PERMILLE = 950;

  private EvseBinder() {}

  static Optional<Evse> evse(Fields fields, Fallback siteFallback, Supply supply) {
    String name = fields.name("name", "evse");
    String circuit = fields.text("circuit", "panel-a");
    int branchBreaker = fields.milliamps("branchBreakerAmps", "40");
    fields.within("branchBreakerAmps", branchBreaker, 1, 10_000_000, 3);
    String station = fields.text("station", "CP-0001");
    int evseId = fields.whole("evseId", 1);
    fields.within("evseId", evseId, 1, 1000, 0);
    String notation = fields.text("wiring", "L1-L2");
    Optional<Wiring> wiring =
        notation.isEmpty()
            ? Optional.empty()
            : fields.parsed("wiring", notation, WiringNotation::parse, "write wiring: L1-L2");
    Optional<Output> output = output(fields, siteFallback, wiring, supply);
    boolean pausable = fields.flag("pausable", true);
    int priority = fields.whole("priority", 0);
    int weight = fields.whole("weight", 1);
    fields.within("weight", weight, 1, 1000, 0);
    Optional<String> tenant = fields.textIfAny("tenant", "tenant-1");
    boolean lockedOff = lockedOff(fields);
    return fields.built(
        () ->
            new Evse(
                name,
                circuit,
                branchBreaker,
                new StationAddress(station, evseId),
                wiring.orElseThrow(),
                output.orElseThrow(),
                pausable,
                priority,
                weight,
                tenant,
                lockedOff));
  }

  /** What counts nothing must be known to draw nothing: an electrician's word for it. */
  private static boolean lockedOff(Fields fields) {
    boolean lockedOff = fields.flag("lockedOff", false);
    boolean acknowledged = fields.textIfAny("lockedOffBy", "name, date").isPresent();
    if (lockedOff && !acknowledged) {
      fields.error(
          "lockedOff",
          "counts nothing only where an electrician locked it off; nobody acknowledged that",
          "add lockedOffBy: the electrician and when");
    }
    return lockedOff;
  }

  private static Optional<Output> output(
      Fields fields, Fallback siteFallback, Optional<Wiring> wiring, Supply supply) {
    Optional<JsonNode> dc = fields.optional("dc");
    if (dc.isEmpty()) {
      return Optional.of(ac(fields, siteFallback));
    }
    for (String key : new String[] {"maximumAmps", "minimumAmps", "fallbackAmps"}) {
      if (fields.optional(key).isPresent()) {
        fields.error(key, "is for AC EVSEs, and this one has dc", "give its power below dc");
      }
    }
    return dc(fields.mapping("dc", dc.get()), siteFallback, wiring, supply);
  }

  private static Output ac(Fields fields, Fallback siteFallback) {
    int maximum = fields.milliamps("maximumAmps", "32");
    int minimum = fields.milliampsOr("minimumAmps", Evse.PILOT_FLOOR_MILLIAMPS, "6");
    int byDefault = byDefault(siteFallback, minimum, maximum);
    int fallback = fields.milliampsOr("fallbackAmps", byDefault, "6");
    int floor = Evse.PILOT_FLOOR_MILLIAMPS;
    fields.within("maximumAmps", maximum, floor, 1_000_000, 3);
    if (maximum >= floor) {
      fields.within("minimumAmps", minimum, floor, maximum, 3);
      if (fallback != 0 && fields.has("fallbackAmps")) {
        fields.within("fallbackAmps", fallback, floor, maximum, 3);
      }
    }
    return new Output.Ac(maximum, minimum, fallback);
  }

  private static Optional<Output> dc(
      Fields fields, Fallback siteFallback, Optional<Wiring> wiring, Supply supply) {
    int rated = watts(fields, "ratedKilowatts", "50");
    fields.within("ratedKilowatts", rated, 1, 1_000_000, 3);
    int minimum = watts(fields, "minimumKilowatts", "5");
    if (rated >= 1) {
      fields.within("minimumKilowatts", minimum, 1, rated, 3);
    }
    int byDefault = byDefault(siteFallback, minimum, rated);
    int fallback = fields.scaledOr("fallbackKilowatts", 3, byDefault, "0");
    if (fallback != 0 && minimum >= 1 && minimum <= rated) {
      fields.within("fallbackKilowatts", fallback, minimum, rated, 3);
    }
    int efficiency = fields.scaledOr("efficiency", 3, EFFICIENCY_PERMILLE, "0.94");
    fields.within("efficiency", efficiency, 500, 1000, 3);
    int powerFactor = fields.scaledOr("powerFactor", 3, POWER_FACTOR_PERMILLE, "0.98");
    fields.within("powerFactor", powerFactor, 500, 1000, 3);
    if (wiring.isEmpty()) {
      fields.built(() -> rated);
      return Optional.empty();
    }
    return fields.built(
        () ->
            new Output.Dc(
                rated,
                minimum,
                fallback,
                AcInput.of(wiring.get(), supply, efficiency, powerFactor)));
  }

  private static int watts(Fields fields, String key, String example) {
    return fields.required(key, example).map(it -> fields.scaled(key, it, 3, example)).orElse(0);
  }

  private static int byDefault(Fallback siteFallback, int minimum, int maximum) {
    return switch (siteFallback) {
      case MINIMUM -> minimum;
      case PAUSE -> 0;
      case OPEN -> maximum;
    };
  }
}
