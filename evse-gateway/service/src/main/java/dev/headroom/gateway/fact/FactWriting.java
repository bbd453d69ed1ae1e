package dev.headroom.gateway.fact;

import dev.headroom.gateway.station.Stations;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;

/** How each fact is written. */
final class FactWriting {

  private FactWriting() {}

  /** Writes all of these, in this order. */
  static Uni<Void> write(Mutiny.Session session, List<Fact> facts) {
    Uni<Void> written = Uni.createFrom().voidItem();
    for (Fact fact : facts) {
      written = written.chain(() -> write(session, fact));
    }
    return written;
  }

  private static Uni<Void> write(Mutiny.Session session, Fact fact) {
    return switch (fact) {
      case Fact.StationBooted booted ->
          Stations.booted(session, booted.stationId(), booted.identity(), booted.at());
      case Fact.StationSeen seen -> Stations.seen(session, seen.stationId(), seen.at());
      case Fact.ChargingStarted started -> begin(session, started);
      case Fact.EnergyRead read ->
          change(
              session,
              read.key(),
              charging -> {
                if (charging.endedAt == null) {
                  charging.register(read.wattHours());
                }
              });
      case Fact.ChargingEnded ended ->
          change(session, ended.key(), charging -> end(charging, ended));
    };
  }

  private static Uni<Void> begin(Mutiny.Session session, Fact.ChargingStarted started) {
    return session
        .find(
            ChargingRecord.class, new ChargingKey(started.stationId(), started.transaction().id()))
        .chain(
            known ->
                known == null
                    ? session.persist(ChargingRecord.of(started))
                    : Uni.createFrom().voidItem());
  }

  /** A session whose beginning is not on record has no site to be kept under: it is left out. */
  private static Uni<Void> change(
      Mutiny.Session session, ChargingKey key, Consumer<ChargingRecord> change) {
    return session
        .find(ChargingRecord.class, key)
        .invoke(
            charging -> {
              if (charging != null) {
                change.accept(charging);
              }
            })
        .replaceWithVoid();
  }

  private static void end(ChargingRecord charging, Fact.ChargingEnded ended) {
    if (charging.endedAt == null) {
      ended.meterStopWattHours().ifPresent(charging::register);
      charging.endedAt = ended.at();
      charging.endReason = ended.reason().orElse(null);
    }
  }
}
