package dev.headroom.world.oracle;

import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.charger.Connector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * S5 at each charger that is told nothing: what it offers falls to its fallback when its profile's
 * TTL is over, and rises by itself only when by then every other charger's has.
 */
final class TailJudge implements Judge {

  /** A profile's clock starts up to 3 s before it is sent, and counts whole seconds. */
  private static final Duration BACKDATED = Duration.ofSeconds(5);

  private static final Duration ON_THE_WAY = Duration.ofSeconds(2);

  /** One connector in one transaction. */
  private static final class Told {
    final ChargingStation station;
    final Connector connector;
    Optional<Instant> startedAt = Optional.empty();
    Optional<Instant> at = Optional.empty();
    int offered;
    int sharers;

    Told(ChargingStation station, Connector connector) {
      this.station = station;
      this.connector = connector;
    }

    /** Those at a station share its maximum: what one leaves, another may take within its own. */
    boolean fewerShare() {
      int before = sharers;
      sharers = 0;
      for (Connector each : station.connectors()) {
        sharers += each.transaction().isPresent() ? 1 : 0;
      }
      return sharers < before;
    }

    /** What was told before this transaction is nothing. */
    void follow() {
      Optional<Instant> started = connector.transaction().map(it -> it.startedAt());
      if (!started.equals(startedAt)) {
        startedAt = started;
        at = Optional.empty();
      }
    }
  }

  private final Duration ttl;
  private final Duration tail;
  private final Map<String, Told> told = new HashMap<>();
  private final List<Told> all = new ArrayList<>();

  TailJudge(Sight sight) {
    ttl = sight.setting().profileTtl().plus(ON_THE_WAY);
    tail = sight.longestTail().minus(BACKDATED);
    for (ChargingStation station : sight.physical().stations()) {
      for (Connector connector : station.connectors()) {
        Told each = new Told(station, connector);
        told.put(connector.evse().name(), each);
        all.add(each);
      }
    }
  }

  @Override
  public void obeyed(Command command, Sight sight, Consumer<Violation> found) {
    Connector connector =
        sight.physical().station(command.stationId()).connector(command.connector());
    Told it = told.get(connector.evse().name());
    if (it != null) {
      it.follow();
      it.at = Optional.of(sight.now());
      it.offered = connector.offeredMilliamps();
    }
  }

  @Override
  public void look(Sight sight, Consumer<Violation> found) {
    for (Told it : all) {
      it.follow();
      int offered = it.connector.offeredMilliamps();
      if (it.fewerShare()) {
        it.offered = Math.max(it.offered, offered);
      }
      int unsuspicious = Math.min(it.offered, it.connector.evse().fallbackMilliamps());
      if (it.at.isPresent() && offered > unsuspicious) {
        judge(it, offered, Duration.between(it.at.get(), sight.now()))
            .filter(_ -> !sight.keepsNoSchedule(it.station.id()))
            .ifPresent(what -> found.accept(new Violation(Rule.S5, sight.now(), what)));
      }
      it.offered = offered;
    }
  }

  private Optional<String> judge(Told it, int offered, Duration alone) {
    String name = it.connector.evse().name();
    if (offered > it.connector.evse().fallbackMilliamps() && alone.compareTo(ttl) > 0) {
      return Optional.of("%s offers %d mA %s after its profile".formatted(name, offered, alone));
    }
    if (offered > it.offered && alone.compareTo(tail) < 0) {
      return Optional.of(
          "%s rises by itself from %d to %d mA %s after its profile"
              .formatted(name, it.offered, offered, alone));
    }
    return Optional.empty();
  }
}
