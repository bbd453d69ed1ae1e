package dev.headroom.gateway.fact;

import dev.headroom.gateway.event.SecurityEvents;
import dev.headroom.gateway.station.Stations;
import io.smallrye.mutiny.Uni;
import java.util.List;
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
      case Fact.SecurityEventHeard heard ->
          SecurityEvents.keep(session, heard.stationId(), heard.event(), heard.heardAt());
      case Fact.ProfilesWritten written -> WrittenProfiles.keep(session, written);
      case Fact.ChargingStarted started -> ChargingWriting.begin(session, started);
      case Fact.EnergyRead read ->
          ChargingWriting.change(
              session,
              read.key(),
              read.read().at(),
              charging -> charging.read(read.place(), read.read()));
      case Fact.ChargingEnded ended ->
          ChargingWriting.change(
              session,
              ended.key(),
              ended.ending().at(),
              charging -> charging.ended(ended.ending()));
    };
  }
}
