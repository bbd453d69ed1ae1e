package dev.headroom.ingest.metrics;

import dev.headroom.ingest.reading.Outcome;
import dev.headroom.ingest.reading.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntSupplier;

/** All counters exist from the start, so that a first refusal shows as a rise from zero. */
public final class IngestMetrics {

  private final MeterRegistry registry;
  private final Counter accepted;
  private final Counter rejected;
  private final Counter unavailable;
  private final Counter unknownIdentities;
  private final Map<Refusal, Counter> reasons = new EnumMap<>(Refusal.class);
  private final Map<HandshakeResult, Counter> handshakes = new EnumMap<>(HandshakeResult.class);

  public IngestMetrics(MeterRegistry registry) {
    this.registry = registry;
    accepted = registry.counter("headroom.readings", "outcome", "accepted");
    rejected = registry.counter("headroom.readings", "outcome", "rejected");
    unavailable = registry.counter("headroom.readings", "outcome", "unavailable");
    unknownIdentities = registry.counter("headroom.dtls.unknown.identities");
    for (Refusal refusal : Refusal.values()) {
      reasons.put(
          refusal, registry.counter("headroom.readings.rejected", "reason", refusal.label()));
    }
    for (HandshakeResult result : HandshakeResult.values()) {
      handshakes.put(
          result, registry.counter("headroom.dtls.handshakes", "result", result.label()));
    }
  }

  public void count(Outcome outcome) {
    switch (outcome) {
      case Outcome.Published(int readings) -> accepted.increment(readings);
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
