package dev.headroom.dr.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What became of requests; every counter is there from the start. */
@ApplicationScoped
class EventMetrics {

  /** How a request ended. */
  enum Outcome {
    CREATED,
    REPEATED,
    REFUSED,
    CANCELLED
  }

  private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);

  EventMetrics(MeterRegistry registry) {
    for (Outcome outcome : Outcome.values()) {
      counters.put(
          outcome,
          Counter.builder("headroom.dr.requests")
              .description("Requests about events, by what became of them")
              .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
  }

  void count(Outcome outcome) {
    counters.computeIfPresent(
        outcome,
        (key, counter) -> {
          counter.increment();
          return counter;
        });
  }
}
