package dev.headroom.gateway.metric;

import dev.headroom.gateway.core.metric.GatewayEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What the gateway counts; every name is there from the start, at 0. */
@Startup
@ApplicationScoped
public class GatewayMetrics {

  private final Map<GatewayEvent, Counter> events = new EnumMap<>(GatewayEvent.class);
  private final Counter unauthorized;
  private final Counter throttled;
  private final Counter unknownFields;
  private final Counter displaced;
  private final Counter deadSockets;
  private final Counter refusedSubprotocols;
  private final Counter publishFailures;
  private final Timer limitAge;

  GatewayMetrics(MeterRegistry registry) {
    for (GatewayEvent event : GatewayEvent.values()) {
      events.put(event, counterOf(registry, event));
    }
    this.unauthorized = registry.counter("headroom_ocpp_unauthorized_total");
    this.throttled = registry.counter("headroom_ocpp_throttled_total");
    this.unknownFields = registry.counter("headroom_ocpp_unknown_fields_total");
    this.displaced = registry.counter("headroom_ocpp_displaced_total");
    this.deadSockets = registry.counter("headroom_ocpp_dead_sockets_total");
    this.refusedSubprotocols = registry.counter("headroom_ocpp_subprotocol_refused_total");
    this.publishFailures = registry.counter("headroom_evse_state_publish_failures_total");
    this.limitAge =
        Timer.builder("headroom_limit_delivery")
            .description("from the allocation to the charger's acknowledgement of its limit")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(1))
            .maximumExpectedValue(Duration.ofMinutes(1))
            .register(registry);
  }

  /** The events people watch for have names of their own. */
  private static Counter counterOf(MeterRegistry registry, GatewayEvent event) {
    return switch (event) {
      case MALFORMED_FRAME -> registry.counter("headroom_ocpp_malformed_total");
      case PROFILE_REJECTED -> registry.counter("headroom_profile_rejected_total");
      default ->
          registry.counter(
              "headroom_gateway_events_total", "event", event.name().toLowerCase(Locale.ROOT));
    };
  }

  public void count(GatewayEvent event) {
    Counter counter = events.get(event);
    if (counter != null) {
      counter.increment();
    }
  }

  /** An upgrade answered with 401. */
  public void unauthorized() {
    unauthorized.increment();
  }

  /** An upgrade answered with 429. */
  public void throttled() {
    throttled.increment();
  }

  /** Fields no specification names. */
  public void unknownFields(int fields) {
    unknownFields.increment(fields);
  }

  /** A socket closed because its station opened another. */
  public void displaced() {
    displaced.increment();
  }

  /** A socket closed because nothing came from it any more. */
  public void deadSocket() {
    deadSockets.increment();
  }

  /** A socket closed because it speaks no subprotocol of ours. */
  public void refusedSubprotocol() {
    refusedSubprotocols.increment();
  }

  /** A state the broker did not take; it is written again. */
  public void publishFailed() {
    publishFailures.increment();
  }

  /** A charger acknowledged a limit so long after it was allocated. */
  public void limitDelivered(Duration age) {
    limitAge.record(age.isNegative() ? Duration.ZERO : age);
  }
}
