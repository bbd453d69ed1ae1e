package dev.headroom.contract.site;

import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.Control.Fallback;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.StationAddress;
import java.util.Optional;

/** An EVSE, as written under {@code spec.evses}. */
final class EvseBinder {

  private EvseBinder() {}

  static Optional<Evse> evse(Fields fields, Fallback siteFallback) {
    String name = fields.name("name", "evse");
    String circuit = fields.text("circuit", "panel-a");
    int branchBreaker = fields.milliamps("branchBreakerAmps", "40");
    String station = fields.text("station", "CP-0001");
    int evseId = fields.whole("evseId", 1);
    fields.within("evseId", evseId, 1, 1000, 0);
    String notation = fields.text("wiring", "L1-L2");
    Optional<Wiring> wiring =
        notation.isEmpty()
            ? Optional.empty()
            : fields.parsed("wiring", notation, WiringNotation::parse, "write wiring: L1-L2");
    int maximum = fields.milliamps("maximumAmps", "32");
    int minimum = fields.milliampsOr("minimumAmps", Evse.PILOT_FLOOR_MILLIAMPS, "6");
    int fallback = fields.milliampsOr("fallbackAmps", byDefault(siteFallback, minimum), "6");
    requireWithin(fields, branchBreaker, maximum, minimum, fallback);
    boolean pausable = fields.flag("pausable", true);
    int priority = fields.whole("priority", 0);
    int weight = fields.whole("weight", 1);
    fields.within("weight", weight, 1, 1000, 0);
    Optional<String> tenant = fields.textIfAny("tenant", "tenant-1");
    boolean lockedOff = fields.flag("lockedOff", false);
    return fields.built(
        () ->
            new Evse(
                name,
                circuit,
                branchBreaker,
                new StationAddress(station, evseId),
                wiring.orElseThrow(),
                maximum,
                minimum,
                fallback,
                pausable,
                priority,
                weight,
                tenant,
                lockedOff));
  }

  private static void requireWithin(
      Fields fields, int branchBreaker, int maximum, int minimum, int fallback) {
    int floor = Evse.PILOT_FLOOR_MILLIAMPS;
    fields.within("branchBreakerAmps", branchBreaker, 1, 10_000_000, 3);
    fields.within("maximumAmps", maximum, floor, 1_000_000, 3);
    if (maximum >= floor) {
      fields.within("minimumAmps", minimum, floor, maximum, 3);
      if (fallback != 0 && fields.has("fallbackAmps")) {
        fields.within("fallbackAmps", fallback, floor, maximum, 3);
      }
    }
  }

  private static int byDefault(Fallback siteFallback, int minimumMilliamps) {
    return switch (siteFallback) {
      case MINIMUM -> minimumMilliamps;
      case PAUSE -> 0;
    };
  }
}
