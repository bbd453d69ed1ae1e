package dev.headroom.allocator.metric;

import dev.headroom.core.allocation.CircuitLoad;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The series that bear one site's name. They are made when first told of and end all together. */
final class SiteSeries {

  private final MeterRegistry registry;
  private final String site;
  private final Map<String, Meter> meters = new ConcurrentHashMap<>();
  private final Map<String, Double> values = new ConcurrentHashMap<>();
  private final Map<String, Instant> heard = new ConcurrentHashMap<>();
  private final Counter breach;

  SiteSeries(MeterRegistry registry, String site) {
    this.registry = registry;
    this.site = site;
    breach =
        Counter.builder("headroom.site.breach.seconds")
            .description("Time that the site was measured above an effective limit")
            .tag("site", site)
            .register(registry);
    meters.put("breach", breach);
  }

  void look(SiteLook look, Duration breached) {
    for (CircuitLoad load : look.loads()) {
      String key = "headroom/" + load.circuit() + "/" + load.phase();
      set(
          key,
          load.headroomMilliamps() / 1000.0,
          () ->
              Gauge.builder("headroom.headroom.amperes", () -> value(key))
                  .description("Effective limit minus base load; negative when that is too much")
                  .tag("site", site)
                  .tag("circuit", load.circuit())
                  .tag("phase", load.phase().name())
                  .register(registry));
    }
    set(
        "shortfall",
        look.shortfallWatts(),
        () ->
            Gauge.builder("headroom.dr.shortfall.watts", () -> value("shortfall"))
                .description("What the site draws above the ceilings in force")
                .tag("site", site)
                .register(registry));
    breach.increment(breached.toNanos() / 1e9);
  }

  void metered(String meter, Instant receivedAt) {
    heard.put(meter, receivedAt);
    meters.computeIfAbsent(
        "silence/" + meter,
        key ->
            Gauge.builder("headroom.meter.silence.seconds", () -> silence(meter))
                .description("Time since the meter's newest reading was received")
                .tag("site", site)
                .tag("meter", meter)
                .register(registry));
  }

  void limit(String evse, int milliamps) {
    String key = "limit/" + evse;
    set(
        key,
        milliamps / 1000.0,
        () ->
            Gauge.builder("headroom.limit.amperes", () -> value(key))
                .description("Limit last issued to the EVSE")
                .tag("site", site)
                .tag("evse", evse)
                .register(registry));
  }

  /** Ends them. */
  void remove() {
    meters.values().forEach(registry::remove);
  }

  private void set(String key, double value, Supplier<Meter> gauge) {
    values.put(key, value);
    meters.computeIfAbsent(key, first -> gauge.get());
  }

  private double value(String key) {
    return values.getOrDefault(key, Double.NaN);
  }

  private double silence(String meter) {
    Instant last = heard.get(meter);
    return last == null ? Double.NaN : Duration.between(last, Instant.now()).toMillis() / 1000.0;
  }
}
