package dev.headroom.allocator.metric;

import dev.headroom.core.allocation.Allocation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The allocator's own numbers; shared by all its threads. */
public final class AllocatorMetrics {

  private final MeterRegistry registry;
  private final AtomicInteger sites = new AtomicInteger();
  private final Counter allocations;
  private final Counter failures;
  private final Counter rejections;
  private final Counter unreadableFiles;
  private final Timer allocation;
  private final Timer meterAge;
  private final HeadroomGauges headroom;

  /**
   * Registers everything.
   *
   * @param siteMetrics of how many sites the headroom is exported
   */
  public AllocatorMetrics(MeterRegistry registry, int siteMetrics) {
    this.registry = registry;
    headroom = new HeadroomGauges(registry, siteMetrics);
    registry.gauge("headroom.sites", sites);
    allocations = counter("headroom.allocations", "Allocations issued, re-issues included");
    failures = counter("headroom.allocation.failures", "Sites that could not be allocated");
    rejections = counter("headroom.site.rejections", "Proposed definitions that were refused");
    unreadableFiles = counter("headroom.site.files.refused", "Site files that were refused");
    allocation =
        Timer.builder("headroom.allocation")
            .description("Time to look at one site")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofNanos(10_000))
            .maximumExpectedValue(Duration.ofSeconds(1))
            .register(registry);
    meterAge =
        Timer.builder("headroom.meter.age")
            .description("Age of a meter's reading when it reaches its site")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(1))
            .maximumExpectedValue(Duration.ofMinutes(1))
            .register(registry);
  }

  private Counter counter(String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }

  public void sitesChanged(int by) {
    sites.addAndGet(by);
  }

  /** Forgets what is exported of a site. */
  public void forget(String site) {
    headroom.forget(site);
  }

  public void metered(Duration age) {
    meterAge.record(age.isNegative() ? Duration.ZERO : age);
  }

  public Optional<Allocation> timed(Supplier<Optional<Allocation>> decision) {
    return Optional.ofNullable(allocation.record(decision)).flatMap(decided -> decided);
  }

  public void issued(Allocation decided) {
    allocations.increment();
    headroom.show(decided);
  }

  public void failed() {
    failures.increment();
  }

  public void rejected() {
    rejections.increment();
  }

  public void unreadableFile() {
    unreadableFiles.increment();
  }

  /** A record of this topic was no use. */
  public void deadLettered(String topic) {
    Counter.builder("headroom.dead.letters")
        .description("Records that could not be used")
        .tag("topic", topic)
        .register(registry)
        .increment();
  }
}
