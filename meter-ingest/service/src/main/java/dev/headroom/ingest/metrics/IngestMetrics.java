package dev.headroom.ingest.metrics;

import dev.headroom.ingest.reading.Outcome;
import dev.headroom.ingest.reading.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

/** All counters exist from the start, so that a first refusal shows as a rise from zero. */
public final class IngestMetrics {

  private final MeterRegistry registry;
  private final InstantSource clock;
  private final Counter accepted;
  private final Counter rejected;
  private final Counter unavailable;
  private final Counter unknownIdentities;
  private volatile Optional<Instant> latest = Optional.empty();
  private final Map<Refusal, Counter> reasons = new EnumMap<>(Refusal.class);
  private final Map<HandshakeResult, Counter> handshakes = new EnumMap<>(HandshakeResult.class);

  public IngestMetrics(MeterRegistry registry, InstantSource clock) {
    this.registry = registry;
    this.clock = clock;
    String readings = "Readings by what became of them; packs where they were not taken";
    accepted = counter("headroom.readings", readings, "outcome", "accepted");
    rejected = counter("headroom.readings", readings, "outcome", "rejected");
    unavailable = counter("headroom.readings", readings, "outcome", "unavailable");
    unknownIdentities =
        counter("headroom.dtls.unknown.identities", "Handshakes for a meter that has no key");
    for (Refusal refusal : Refusal.values()) {
      reasons.put(
          refusal,
          counter(
              "headroom.readings.rejected", "Packs not taken, by why", "reason", refusal.label()));
    }
    for (HandshakeResult result : HandshakeResult.values()) {
      handshakes.put(
          result,
          counter(
              "headroom.dtls.handshakes", "DTLS handshakes by result", "result", result.label()));
    }
  }

  private Counter counter(String name, String description, String... tags) {
    return Counter.builder(name).description(description).tags(tags).register(registry);
  }

  /** How long ago a reading was last accepted; empty before the first. */
  public Optional<Duration> sinceAccepted() {
    return latest.map(at -> Duration.between(at, clock.instant()));
  }

  public void count(Outcome outcome) {
    switch (outcome) {
      case Outcome.Published(int readings) -> {
        accepted.increment(readings);
        latest = Optional.of(clock.instant());
      }
      case Outcome.Refused(Refusal refusal, _) -> {
        boolean ours = refusal == Refusal.BROKER || refusal == Refusal.SUPERSEDED;
        (ours ? unavailable : rejected).increment();
        reasons.getOrDefault(refusal, rejected).increment();
      }
    }
  }

  public void count(HandshakeResult result) {
    handshakes.getOrDefault(result, rejected).increment();
  }

  /** Somebody named a meter that has no key. */
  public void countUnknownIdentity() {
    unknownIdentities.increment();
  }

  /** A number that is asked for when somebody looks. */
  public void gauge(String name, String description, IntSupplier value) {
    Gauge.builder(name, value::getAsInt).description(description).register(registry);
  }
}
