package dev.headroom.cli.watch;

import dev.headroom.cli.watch.SiteLimits.EvseNow;
import java.util.Locale;

/** Why an EVSE has its limit, for people. */
final class ReasonWords {

  private ReasonWords() {}

  static String of(EvseNow evse) {
    String where =
        evse.circuit()
            .map(circuit -> " " + circuit + evse.phase().map(phase -> " " + phase).orElse(""))
            .orElse("");
    return switch (evse.reason()) {
      case "RATED_MAXIMUM" -> "all it can take";
      case "FAIR_SHARE" -> "fair share of" + where;
      case "CEILING" -> "ceiling on" + where;
      case "DEMAND_CAP" -> "demand cap" + where;
      case "IDLE" -> "no vehicle";
      case "SATISFIED" -> "the vehicle wants no more";
      case "WAITS_FOR_ROOM" -> "waits its turn:" + where;
      case "RAISE_HELD" -> "may rise soon" + where;
      case "WAKE_UP" -> "waking the vehicle";
      case "STAGGERED_START" -> "starts one after the other";
      case "METER_MISSING" -> "meter silent:" + where;
      case "OFFLINE" -> "charger not reachable";
      case "DISOBEYS" -> "draws more than it accepted";
      case "TAKE_OVER" -> "new owner, not acknowledged yet";
      case "FALLBACK" -> "site at its fallbacks";
      case "LOCKED_OFF" -> "locked off";
      // A newer allocator may give reasons this build has no words for.
      default -> evse.reason().toLowerCase(Locale.ROOT).replace('_', ' ') + where;
    };
  }
}
