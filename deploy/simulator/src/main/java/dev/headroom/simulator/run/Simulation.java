package dev.headroom.simulator.run;

import dev.headroom.core.site.Site;
import dev.headroom.simulator.arrivals.Arrivals;
import dev.headroom.simulator.arrivals.RunningReplay;
import dev.headroom.simulator.arrivals.SessionReplay;
import dev.headroom.simulator.ocpp.OcppVersion;
import dev.headroom.simulator.ocpp.StationClients;
import dev.headroom.simulator.world.WorldThread;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Sites that run in real time against real services. Callable in a test as from the main. */
public final class Simulation implements AutoCloseable {

  private static final Duration TICK = Duration.ofMillis(100);

  private final WorldThread world = new WorldThread(Clock.systemUTC());
  private final StationClients clients;
  private final Map<String, SimulatedSite> sites = new LinkedHashMap<>();
  private final SimulationSettings settings;
  private final Optional<RunningReplay> sessions;
  private boolean replayIsOver;

  /**
   * Builds everything; nothing is connected yet.
   *
   * @throws IllegalArgumentException if a meter or station has no credentials
   */
  public Simulation(SimulationSettings settings) {
    this.settings = settings;
    this.clients = new StationClients(settings.tls());
    Instant start = world.now();
    this.sessions =
        settings.arrivals() instanceof Arrivals.Recorded(SessionReplay replay)
            ? Optional.of(RunningReplay.begin(replay, settings.sites(), start))
            : Optional.empty();
    Map<String, OcppVersion> versions = versions(settings);
    for (Site site : settings.sites()) {
      sites.put(
          site.name(),
          new SimulatedSite(site, settings, sessions, versions, world, clients, start));
    }
  }

  /** What each station speaks, counted through all sites in order. */
  private static Map<String, OcppVersion> versions(SimulationSettings settings) {
    Map<String, OcppVersion> versions = new HashMap<>();
    settings.sites().stream()
        .flatMap(site -> site.evses().stream())
        .map(evse -> evse.address().stationId())
        .distinct()
        .forEach(id -> versions.put(id, settings.versions().of(versions.size())));
    return versions;
  }

  /** Connects stations and meters and lets time run. */
  public void start() {
    sessions.ifPresent(running -> settings.out().accept(running.announcement()));
    world.execute(() -> sites.values().forEach(site -> site.start(settings.meterPeriod())));
    world.every(Duration.ZERO, TICK, this::tick);
  }

  private void tick() {
    Instant now = world.now();
    for (SimulatedSite site : sites.values()) {
      if (now.isAfter(site.physical().now())) {
        site.tick(now);
      }
    }
    if (!replayIsOver && progress().filter(SessionProgress::over).isPresent()) {
      replayIsOver = true;
      progress().ifPresent(end -> settings.out().accept(end.summary()));
    }
  }

  /** How far the recorded sessions are; empty if none are replayed. On the world's thread. */
  private Optional<SessionProgress> progress() {
    return sessions.map(
        running ->
            new SessionProgress(
                running,
                world.now(),
                sites.values().stream().map(SimulatedSite::tally).reduce(Tally.NONE, Tally::plus)));
  }

  /** How far the recorded sessions are; empty if none are replayed. */
  public Optional<SessionProgress> sessions() {
    return world.call(this::progress);
  }

  /** Looks at, or changes, the world on its own thread. */
  public <T> T with(Function<Map<String, SimulatedSite>, T> question) {
    return world.call(() -> question.apply(sites));
  }

  /**
   * Looks at, or changes, one site on the world's thread.
   *
   * @throws IllegalArgumentException if there is no such site
   */
  public <T> T withSite(String name, Function<SimulatedSite, T> question) {
    return with(
        all -> {
          SimulatedSite site = all.get(name);
          if (site == null) {
            throw new IllegalArgumentException("there is no site " + name);
          }
          return question.apply(site);
        });
  }

  @Override
  public void close() {
    with(
        all -> {
          all.values().forEach(SimulatedSite::close);
          return all.size();
        });
    world.close();
    clients.close();
  }
}
