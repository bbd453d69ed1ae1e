package dev.headroom.ingest.publish;

import dev.headroom.contract.log.LogScope;
import dev.headroom.core.reading.MeterReading;
import dev.headroom.ingest.reading.MeterIdentity;
import dev.headroom.ingest.reading.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** A lane for every meter heard lately; thread-safe. */
public final class MeterLanes {

  private static final Logger LOG = Logger.getLogger(MeterLanes.class);

  private final LaneLimits limits;
  private final ReadingSink sink;
  private final Map<MeterIdentity, MeterLane> lanes = new ConcurrentHashMap<>();
  private final AtomicInteger underWay = new AtomicInteger();

  public MeterLanes(LaneLimits limits, ReadingSink sink) {
    this.limits = limits;
    this.sink = sink;
  }

  /**
   * Sends the readings of one pack.
   *
   * @return never fails; done when the broker has answered or is given up
   */
  public CompletionStage<Outcome> submit(
      MeterIdentity identity, List<MeterReading> readings, Instant receivedAt) {
    underWay.incrementAndGet();
    Optional<CompletionStage<Outcome>> outcome = Optional.empty();
    while (outcome.isEmpty()) {
      outcome = lanes.computeIfAbsent(identity, this::laneOf).submit(readings, receivedAt);
    }
    return outcome.get().whenComplete((done, never) -> underWay.decrementAndGet());
  }

  private MeterLane laneOf(MeterIdentity unheard) {
    try (var _ = about(unheard)) {
      LOG.infof("%s is heard", unheard);
    }
    return new MeterLane(limits, sink);
  }

  /** Forgets meters that have fallen silent. */
  public void sweep(Instant now) {
    lanes
        .entrySet()
        .removeIf(
            entry -> {
              boolean silent = entry.getValue().retire(now);
              if (silent) {
                tellSilent(entry.getKey());
              }
              return silent;
            });
  }

  private static void tellSilent(MeterIdentity meter) {
    try (var _ = about(meter)) {
      LOG.warnf("%s has fallen silent", meter);
    }
  }

  private static LogScope about(MeterIdentity meter) {
    return LogScope.of("site", meter.site()).and("meter", meter.meter());
  }

  /** Packs between arrival and answer. */
  public int underWay() {
    return underWay.get();
  }

  /** Meters that are remembered. */
  public int meters() {
    return lanes.size();
  }
}
