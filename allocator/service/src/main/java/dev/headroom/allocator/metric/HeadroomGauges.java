package dev.headroom.allocator.metric;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.CircuitLoad;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The headroom of each circuit and phase, of a bounded number of sites: labels cost memory. */
final class HeadroomGauges {

  private record Shown(Map<String, AtomicInteger> milliamps, List<Meter> gauges) {}

  private final MeterRegistry registry;
  private final int mostSites;
  private final Map<String, Shown> sites = new ConcurrentHashMap<>();

  HeadroomGauges(MeterRegistry registry, int mostSites) {
    this.registry = registry;
    this.mostSites = mostSites;
  }

  void show(Allocation allocation) {
    String site = allocation.site();
    if (allocation.circuits().isEmpty() || !sites.containsKey(site) && sites.size() >= mostSites) {
      return;
    }
    Shown shown =
        sites.computeIfAbsent(
            site, name -> new Shown(new ConcurrentHashMap<>(), new java.util.ArrayList<>()));
    for (CircuitLoad load : allocation.circuits()) {
      shown
          .milliamps()
          .computeIfAbsent(load.circuit() + "/" + load.phase(), key -> register(site, load, shown))
          .set(load.headroomMilliamps());
    }
  }

  private AtomicInteger register(String site, CircuitLoad load, Shown shown) {
    AtomicInteger milliamps = new AtomicInteger();
    shown
        .gauges()
        .add(
            Gauge.builder("headroom.headroom.amperes", milliamps, value -> value.get() / 1000.0)
                .description("Effective limit minus base load")
                .tag("site", site)
                .tag("circuit", load.circuit())
                .tag("phase", load.phase().name())
                .register(registry));
    return milliamps;
  }

  void forget(String site) {
    Shown shown = sites.remove(site);
    if (shown != null) {
      shown.gauges().forEach(registry::remove);
    }
  }
}
