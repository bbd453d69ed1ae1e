package dev.headroom.simulator.run;

import dev.headroom.core.site.Site;
import dev.headroom.simulator.world.WorldThread;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Sites that run in real time against real services. Callable in a test as from the main. */
public final class Simulation implements AutoCloseable {

  private static final Duration TICK = Duration.ofMillis(100);

  private final WorldThread world = new WorldThread(Clock.systemUTC());
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, SimulatedSite> sites = new LinkedHashMap<>();
  private final SimulationSettings settings;

  /**
   * Builds everything; nothing is connected yet.
   *
   * @throws IllegalArgumentException if a meter or station has no credentials
   */
  public Simulation(SimulationSettings settings) {
    this.settings = settings;
    Instant start = world.now();
    for (Site site : settings.sites()) {
      sites.put(site.name(), new SimulatedSite(site, settings, world, http, start));
    }
  }

  /** Connects stations and meters and lets time run. */
  public void start() {
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
    http.shutdownNow();
  }
}
