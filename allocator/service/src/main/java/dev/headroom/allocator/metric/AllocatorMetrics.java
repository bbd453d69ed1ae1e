package dev.headroom.allocator.metric;

import dev.headroom.contract.topic.Topic;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.reading.MeterReading;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** The allocator's own numbers; shared by all its threads. */
public final class AllocatorMetrics {

  private static final List<Topic> READ =
      List.of(
          Topic.SITE_PROPOSALS,
          Topic.SITES,
          Topic.METER_READINGS,
          Topic.EVSE_STATES,
          Topic.CEILINGS);

  /** The store of control states, as dead letters name it. */
  public static final String CONTROL_STATE = "control-state";

  private final MeterRegistry registry;
  private final AtomicInteger sites = new AtomicInteger();
  private final Counter allocations;
  private final Counter failures;
  private final Counter rejections;
  private final Counter unreadableFiles;
  private final Counter overruns;
  private final Counter unfinishedRounds;
  private final Counter keeps;
  private final Timer allocation;
  private final Timer meterAge;
  private final Breaches breaches;
  private final Map<String, Long> silentMeters = new ConcurrentHashMap<>();
  private final SiteGauges bySite;
  private volatile Optional<Instant> newestReading = Optional.empty();

  /**
   * Registers everything.
   *
   * @param siteMetrics how many sites have series of their own
   * @param evseMetrics whether each of their EVSEs has one, too
   */
  public AllocatorMetrics(MeterRegistry registry, int siteMetrics, boolean evseMetrics) {
    this.registry = registry;
    breaches = new Breaches(registry);
    bySite = new SiteGauges(registry, siteMetrics, evseMetrics);
    Gauge.builder("headroom.sites", sites, AtomicInteger::get)
        .description("Sites that this instance allocates")
        .register(registry);
    Gauge.builder("headroom.meters.silent", this, AllocatorMetrics::silentMeters)
        .description("Meters of these sites without a fresh reading: their worst case counts")
        .register(registry);
    READ.forEach(topic -> deadLetters(topic.topicName()));
    deadLetters(CONTROL_STATE);
    allocations = counter("headroom.allocations", "Allocations issued, re-issues included");
    failures = counter("headroom.allocation.failures", "Sites that could not be allocated");
    rejections = counter("headroom.site.rejections", "Proposed definitions that were refused");
    unreadableFiles = counter("headroom.site.files.refused", "Site files that were refused");
    overruns = counter("headroom.look.overruns", "Looks at a site that took above 100 ms");
    unfinishedRounds =
        counter("headroom.rounds.unfinished", "Rounds that did not get to every site that was due");
    keeps = counter("headroom.control.states.kept", "Control states written for the next owner");
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

  /** Counts partitions of all instances that have no owner with a lease now. */
  public void watchPartitions(IntSupplier unowned) {
    Gauge.builder("headroom.partitions.unowned", unowned::getAsInt)
        .description("Partitions of all instances whose lease is over: their sites fall back")
        .register(registry);
  }

  private long silentMeters() {
    return silentMeters.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Ends the site's series. */
  public void forget(String site) {
    bySite.forget(site);
    breaches.forget(site);
    silentMeters.remove(site);
  }

  /** A reading has reached its site's allocation. */
  public void metered(MeterReading reading, Instant now) {
    Duration age = Duration.between(reading.receivedAt(), now);
    meterAge.record(age.isNegative() ? Duration.ZERO : age);
    newestReading = Optional.of(reading.receivedAt());
    bySite.metered(reading.site(), reading.meter(), reading.receivedAt());
  }

  /** When the reading that last reached its site was received. */
  public Optional<Instant> newestReading() {
    return newestReading;
  }

  /** A site was looked at. */
  public void looked(SiteLook look) {
    bySite.look(look, breaches.look(look));
    silentMeters.put(look.site(), look.silentMeters());
  }

  /** How long a look at a site took. */
  public void looked(Duration time) {
    allocation.record(time);
  }

  /** A look took longer than any should. */
  public void overran() {
    overruns.increment();
  }

  /** A round of looks ended before every site that was due had its look. */
  public void roundOverran() {
    unfinishedRounds.increment();
  }

  /** A site's control state was kept. */
  public void kept() {
    keeps.increment();
  }

  public void issued(Allocation decided) {
    allocations.increment();
    bySite.issued(decided);
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
    deadLetters(topic).increment();
  }

  /** There at 0 from the start: the first one is a rise that an alert can see. */
  private Counter deadLetters(String topic) {
    return Counter.builder("headroom.dead.letters")
        .description("Records that could not be used")
        .tag("topic", topic)
        .register(registry);
  }
}
