package dev.headroom.cli.watch;

import dev.headroom.cli.watch.SiteLimits.EvseNow;
import dev.headroom.cli.watch.SiteLimits.EvseReport;

/** What goes on at an EVSE, in a word. */
final class VehicleWords {

  private VehicleWords() {}

  static String of(EvseNow evse) {
    return evse.state().map(state -> of(state, evse.limitAmps())).orElse("unknown");
  }

  private static String of(EvseReport state, double limitAmps) {
    if (!state.online()) {
      return "offline";
    }
    return state
        .session()
        .map(
            session -> {
              if (!session.wantsCurrent()) {
                return "satisfied";
              }
              return limitAmps > 0 ? "charging" : "paused";
            })
        .orElse("free");
  }
}
