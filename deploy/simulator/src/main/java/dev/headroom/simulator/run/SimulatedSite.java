package dev.headroom.simulator.run;

import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.site.BaseLoads;
import dev.headroom.actors.site.CtMeter;
import dev.headroom.actors.site.PhysicalSite;
import dev.headroom.actors.vehicle.SeededVisits;
import dev.headroom.actors.vehicle.Visits;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Meter;
import dev.headroom.core.site.Site;
import dev.headroom.simulator.arrivals.Arrivals;
import dev.headroom.simulator.arrivals.RunningReplay;
import dev.headroom.simulator.meter.SimulatedMeter;
import dev.headroom.simulator.ocpp.OcppVersion;
import dev.headroom.simulator.ocpp.SimulatedStation;
import dev.headroom.simulator.ocpp.StationClients;
import dev.headroom.simulator.ocpp.wire.StationLogin;
import dev.headroom.simulator.world.WorldThread;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A site in motion with all its wires. On the world's thread. */
public final class SimulatedSite implements AutoCloseable {

  private static final Duration BETWEEN_FIRST_ARRIVALS = Duration.ofSeconds(7);

  private final PhysicalSite physical;
  private final Map<String, SimulatedStation> stations = new LinkedHashMap<>();
  private final Map<String, SimulatedMeter> meters = new LinkedHashMap<>();
  private final Map<Evse, VehicleTraffic> traffic = new LinkedHashMap<>();
  private final SplittableRandom random;

  SimulatedSite(
      Site site,
      SimulationSettings settings,
      Optional<RunningReplay> sessions,
      Map<String, OcppVersion> versions,
      WorldThread world,
      StationClients clients,
      Instant start) {
    this.random = new SplittableRandom(settings.seed() * 31 + site.name().hashCode());
    this.physical =
        new PhysicalSite(
            site,
            base(settings, start),
            station -> known(versions.get(station), "version", station).profileRules(),
            start);
    for (ChargingStation station : physical.stations()) {
      stations.put(
          station.id(),
          onTheWire(
              station,
              known(versions.get(station.id()), "version", station.id()),
              settings,
              world,
              clients));
    }
    for (Circuit circuit : site.circuits()) {
      circuit
          .meter()
          .ifPresent(meter -> meters.put(meter.name(), meter(circuit, meter, settings, world)));
    }
    switch (settings.arrivals()) {
      case Arrivals.ByHand byHand -> {}
      case Arrivals.Seeded seeded -> expectSeeded(start);
      case Arrivals.Recorded recorded ->
          sessions.ifPresent(
              running ->
                  site.evses().forEach(evse -> expect(evse, running.visits(site.name(), evse))));
    }
  }

  private void expectSeeded(Instant start) {
    Instant first = start;
    for (Evse evse : physical.site().evses()) {
      expect(evse, new SeededVisits(random.nextLong(), evse.output(), first));
      first = first.plus(BETWEEN_FIRST_ARRIVALS);
    }
  }

  private void expect(Evse evse, Visits visits) {
    traffic.put(evse, new VehicleTraffic(visits));
  }

  private BaseLoads base(SimulationSettings settings, Instant start) {
    return settings
        .replay()
        .map(
            replay ->
                BaseLoads.traced(replay.trace(), start, replay.speed(), replay.scalePermille()))
        .orElseGet(() -> BaseLoads.seeded(random.nextLong(), start));
  }

  private SimulatedStation onTheWire(
      ChargingStation station,
      OcppVersion version,
      SimulationSettings settings,
      WorldThread world,
      StationClients clients) {
    String password =
        known(
            settings.credentials().stationPasswords().get(station.id()), "password", station.id());
    return new SimulatedStation(
        station,
        version,
        clients.of(station.id()),
        URI.create(settings.gateway() + "/" + station.id()),
        new StationLogin(station.id(), password),
        world,
        random.split(),
        settings.out());
  }

  private SimulatedMeter meter(
      Circuit circuit, Meter meter, SimulationSettings settings, WorldThread world) {
    String site = physical.site().name();
    String identity = site + "/" + meter.name();
    return new SimulatedMeter(
        site,
        meter.name(),
        new CtMeter(physical, circuit, meter, random.nextLong()),
        settings.meterIngest(),
        known(settings.credentials().meterKeys().get(identity), "key", identity),
        world,
        settings.meterPeriod());
  }

  void start(Duration meterPeriod) {
    stations.values().forEach(SimulatedStation::connect);
    meters
        .values()
        .forEach(meter -> meter.start(Duration.ofMillis(random.nextLong(meterPeriod.toMillis()))));
  }

  void tick(Instant now) {
    physical.advance(now);
    traffic.forEach(
        (evse, vehicles) ->
            vehicles.tick(now, physical.connectorOf(evse), () -> unplug(evse.name())));
    stations.values().forEach(station -> station.tick(now));
  }

  /** Everybody who came by himself so far. */
  Tally tally() {
    return traffic.values().stream().map(VehicleTraffic::tally).reduce(Tally.NONE, Tally::plus);
  }

  /** Pulls the cable of an EVSE. */
  public void unplug(String evseName) {
    Evse evse = physical.evse(evseName);
    station(evse.address().stationId()).unplug(evse.address().evseId());
  }

  public PhysicalSite physical() {
    return physical;
  }

  public SimulatedStation station(String id) {
    return known(stations.get(id), "station", id);
  }

  public boolean hasStation(String id) {
    return stations.containsKey(id);
  }

  public SimulatedMeter meter(String name) {
    return known(meters.get(name), "meter", name);
  }

  public Collection<SimulatedMeter> meters() {
    return Collections.unmodifiableCollection(meters.values());
  }

  private <T> T known(@Nullable T value, String what, String name) {
    if (value == null) {
      throw new IllegalArgumentException("there is no " + what + " for " + name);
    }
    return value;
  }

  @Override
  public void close() {
    stations.values().forEach(SimulatedStation::disconnect);
    meters.values().forEach(SimulatedMeter::close);
  }
}
