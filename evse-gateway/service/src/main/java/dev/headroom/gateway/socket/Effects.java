package dev.headroom.gateway.socket;

import dev.headroom.core.evse.EvseState;
import dev.headroom.core.site.Evse;
import dev.headroom.gateway.charging.ChargingKey;
import dev.headroom.gateway.charging.Ending;
import dev.headroom.gateway.charging.Place;
import dev.headroom.gateway.charging.RegisterRead;
import dev.headroom.gateway.core.dialect.Outcome;
import dev.headroom.gateway.core.dialect.SecurityEvent;
import dev.headroom.gateway.core.session.Effect;
import dev.headroom.gateway.core.session.StationSite;
import dev.headroom.gateway.fact.Fact;
import dev.headroom.gateway.fact.FactLog;
import dev.headroom.gateway.fact.RecentStations;
import dev.headroom.gateway.linkcut.LinkCutTests;
import dev.headroom.gateway.metric.GatewayMetrics;
import dev.headroom.gateway.metric.ModelMetrics;
import dev.headroom.gateway.rotation.Rotations;
import dev.headroom.gateway.state.StatePublisher;
import dev.headroom.gateway.trace.Origins;
import io.quarkus.websockets.next.CloseReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Does what sessions want done. Nothing here waits. */
@ApplicationScoped
class Effects {

  private static final Logger LOG = Logger.getLogger(Effects.class);

  private final StatePublisher states;
  private final FactLog facts;
  private final RecentStations recent;
  private final Connections connections;
  private final LinkCutTests tests;
  private final Rotations rotations;
  private final Origins origins;
  private final GatewayMetrics metrics;
  private final ModelMetrics byModel;

  Effects(
      StatePublisher states,
      FactLog facts,
      RecentStations recent,
      Connections connections,
      LinkCutTests tests,
      Rotations rotations,
      Origins origins,
      GatewayMetrics metrics,
      ModelMetrics byModel) {
    this.states = states;
    this.facts = facts;
    this.recent = recent;
    this.connections = connections;
    this.tests = tests;
    this.rotations = rotations;
    this.origins = origins;
    this.metrics = metrics;
    this.byModel = byModel;
  }

  void apply(StationConnection connection, Effect effect) {
    String station = connection.stationId();
    switch (effect) {
      case Effect.SendFrame send -> {
        connection.calls().sent(send.frame());
        connection.send(send.frame());
      }
      case Effect.PublishState publish -> {
        states.publish(connection, publish);
        measureDelivery(connection, publish.state());
      }
      case Effect.StationBooted booted -> {
        recent.booted(station, booted.identity());
        tests.booted(station);
        facts.add(new Fact.StationBooted(station, booted.identity(), booted.at()));
      }
      case Effect.SessionStarted started -> {
        recent.started(station, started.transaction());
        facts.add(
            new Fact.ChargingStarted(
                station,
                place(connection, started.site(), started.evse()),
                started.transaction(),
                connection.version().number()));
      }
      case Effect.SessionEnded ended -> {
        recent.ended(station, ended.transactionId());
        facts.add(
            new Fact.ChargingEnded(
                new ChargingKey(station, ended.transactionId()),
                new Ending(
                    ended.meterStopWattHours(), ended.timestamp(), ended.at(), ended.reason())));
      }
      case Effect.EnergyRegister register ->
          facts.add(
              new Fact.EnergyRead(
                  new ChargingKey(station, register.transactionId()),
                  Optional.of(place(connection, register.site(), register.evse())),
                  new RegisterRead(register.timestamp(), register.wattHours())));
      case Effect.ProfileWritten written -> {
        metrics.profileWritten();
        recent.wrote(station, written.evseId(), written.written()).ifPresent(facts::add);
      }
      case Effect.Sampled sampled -> tests.saw(station, sampled);
      case Effect.Rekeyed(Outcome outcome) ->
          rotations
              .answered(station, outcome)
              .whenComplete((kept, failure) -> rekeyed(connection, outcome, failure));
      case Effect.SecurityEventHeard(SecurityEvent event, Instant at) -> {
        LOG.warnf("station %s tells of %s at %s", station, event.type(), event.at());
        facts.add(new Fact.SecurityEventHeard(station, event, at));
      }
      case Effect.Close close -> connection.dismiss(new CloseReason(close.code(), close.reason()));
      case Effect.Count count -> {
        metrics.count(count.event());
        byModel.count(count.event(), connection.identity());
      }
    }
  }

  /**
   * OCPP 2.0.1 A01: it uses its new password by connecting again, which not all do by themselves.
   */
  private static void rekeyed(StationConnection connection, Outcome outcome, Throwable failure) {
    if (failure != null) {
      LOG.errorf(failure, "what %s said of its password is lost", connection.stationId());
    }
    if (outcome.isDone()) {
      connection.dismiss(CloseCode.NEW_PASSWORD);
    }
  }

  void gone(StationConnection connection) {
    connections.gone(connection);
    facts.add(new Fact.StationSeen(connection.stationId(), Instant.now()));
    recent.unrecorded(connection.stationId()).forEach(facts::add);
  }

  void dead(StationConnection connection) {
    metrics.deadSocket();
  }

  void unknownFields(int fields) {
    if (fields > 0) {
      metrics.unknownFields(fields);
    }
  }

  private void measureDelivery(StationConnection connection, EvseState state) {
    state
        .acknowledged()
        .filter(ack -> connection.deliveries().first(state.evse(), ack))
        .ifPresent(
            ack ->
                origins
                    .of(state.site(), ack.revision())
                    .ifPresent(origin -> metrics.limitDelivered(origin, ack.at())));
  }

  /** As the site's definition says now; twice what its branch breaker carries is never reached. */
  private static Place place(StationConnection connection, String site, String evseName) {
    Optional<StationSite> known = connection.site().filter(it -> it.site().equals(site));
    Optional<Evse> evse =
        known.stream()
            .flatMap(it -> it.evses().stream())
            .filter(it -> it.name().equals(evseName))
            .findFirst();
    long mostWatts =
        evse.map(it -> 2 * it.wiring().watts(it.branchBreakerMilliamps(), known.get().supply()))
            .orElse(Place.ANY_CHARGER_WATTS);
    return new Place(site, evseName, evse.flatMap(Evse::tenant), mostWatts);
  }
}
