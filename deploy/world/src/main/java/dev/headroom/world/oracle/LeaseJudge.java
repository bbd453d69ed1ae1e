package dev.headroom.world.oracle;

import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.charger.Connector;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * S5: when no owner has renewed the lease for its length, chargers are told decreases only, until
 * each of them is at its fallback or below, or the longest tail has ended; and nothing above it.
 */
final class LeaseJudge implements Judge {

  /** The lease, and what a command may have been on its way. */
  private static final Duration LEASE = Duration.ofSeconds(11);

  private Instant renewedAt = Instant.MAX;

  @Override
  public void renewed(Sight sight) {
    renewedAt = sight.now();
  }

  @Override
  public void obeyed(Command command, Sight sight, Consumer<Violation> found) {
    Instant over = renewedAt.equals(Instant.MAX) ? Instant.MAX : renewedAt.plus(LEASE);
    if (!command.raises() || sight.now().isBefore(over)) {
      return;
    }
    Connector connector =
        sight.physical().station(command.stationId()).connector(command.connector());
    boolean tailsEnded = !sight.now().isBefore(over.plus(sight.longestTail()));
    boolean allowed =
        command.afterMilliamps() <= connector.evse().fallbackMilliamps()
            && (tailsEnded || allBelow(connector, sight));
    if (!allowed) {
      String what =
          "%s is raised from %d to %d mA though nobody has renewed the lease since %s"
              .formatted(
                  connector.evse().name(),
                  command.beforeMilliamps(),
                  command.afterMilliamps(),
                  renewedAt);
      found.accept(new Violation(Rule.S5, sight.now(), what));
    }
  }

  private static boolean allBelow(Connector except, Sight sight) {
    for (ChargingStation station : sight.physical().stations()) {
      for (Connector each : station.connectors()) {
        int limit = station.limitMilliamps(each.evse().address().evseId(), sight.now());
        if (each != except && limit > each.evse().fallbackMilliamps()) {
          return false;
        }
      }
    }
    return true;
  }
}
