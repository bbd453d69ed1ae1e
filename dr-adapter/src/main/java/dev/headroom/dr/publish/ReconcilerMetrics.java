package dev.headroom.dr.publish;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** How the topic follows the database. */
public final class ReconcilerMetrics {

  private final Counter published;
  private final Counter failures;
  private volatile int open;
  private volatile int behind;

  public ReconcilerMetrics(MeterRegistry registry) {
    published = counter(registry, "headroom.dr.ceilings.published", "Records of ceilings written");
    failures =
        counter(
            registry, "headroom.dr.reconcile.failures", "Comparisons that left something undone");
    Gauge.builder("headroom.dr.events.open", () -> open)
        .description("Events that ask for anything now or later")
        .register(registry);
    Gauge.builder("headroom.dr.ceilings.behind", () -> behind)
        .description("Records the broker has not taken yet")
        .register(registry);
  }

  private static Counter counter(MeterRegistry registry, String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }

  void reconciled(int events, int written, int unwritten) {
    open = events;
    behind = unwritten;
    published.increment(written);
    if (unwritten > 0) {
      failures.increment();
    }
  }

  void failed() {
    failures.increment();
  }

  /** Records the broker has not taken yet. */
  public int behind() {
    return behind;
  }
}
