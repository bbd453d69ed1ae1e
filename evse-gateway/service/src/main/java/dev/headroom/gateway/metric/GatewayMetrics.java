package dev.headroom.gateway.metric;

import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.trace.Origin;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What the gateway counts; every name is there from the start, at 0. */
@Startup
@ApplicationScoped
public class GatewayMetrics {

  private final Map<GatewayEvent, Counter> events = new EnumMap<>(GatewayEvent.class);
  private final MeterRegistry registry;
  private final Counter unauthorized;
  private final Counter throttled;
  private final Counter unknownFields;
  private final Counter displaced;
  private final Counter deadSockets;
  private final Counter refusedSubprotocols;
  private final Counter publishFailures;
  private final Counter profilesWritten;
  private final Timer delivery;
  private final Timer limitAge;

  GatewayMetrics(MeterRegistry registry) {
    this.registry = registry;
    for (GatewayEvent event : GatewayEvent.values()) {
      events.put(event, counterOf(registry, event));
    }
    this.unauthorized =
        counter(registry, "headroom_ocpp_unauthorized_total", "Upgrades answered with 401");
    this.throttled =
        counter(registry, "headroom_ocpp_throttled_total", "Upgrades answered with 429");
    this.unknownFields =
        counter(
            registry,
            "headroom_ocpp_unknown_fields_total",
            "Fields in messages that no specification names");
    this.displaced =
        counter(
            registry,
            "headroom_ocpp_displaced_total",
            "Sockets closed because their station opened another");
    this.deadSockets =
        counter(
            registry,
            "headroom_ocpp_dead_sockets_total",
            "Sockets closed because nothing came from them any more");
    this.refusedSubprotocols =
        counter(
            registry,
            "headroom_ocpp_subprotocol_refused_total",
            "Sockets closed for speaking no subprotocol of ours");
    this.profilesWritten =
        counter(
            registry,
            "headroom_profile_writes_total",
            "Charging profiles sent; each may wear a charger's flash memory");
    this.publishFailures =
        counter(
            registry,
            "headroom_evse_state_publish_failures_total",
            "States the broker did not take; they are written again");
    this.delivery =
        timer(
            registry,
            "headroom_limit_delivery",
            "Time from an allocation to the charger's acknowledgement of its limit");
    this.limitAge =
        timer(
            registry,
            "headroom_limit_age",
            "Time from the oldest meter reading a limit rests on to the charger's acknowledgement");
  }

  /** The events people watch for have names of their own. */
  private static Counter counterOf(MeterRegistry registry, GatewayEvent event) {
    return switch (event) {
      case MALFORMED_FRAME ->
          counter(registry, "headroom_ocpp_malformed_total", "Frames that could not be read");
      case PROFILE_REJECTED ->
          counter(
              registry,
              "headroom_profile_rejected_total",
              "Charging profiles that a charger refused");
      default ->
          Counter.builder("headroom_gateway_events_total")
              .description("What sessions with chargers ran into")
              .tag("event", event.name().toLowerCase(Locale.ROOT))
              .register(registry);
    };
  }

  private static Counter counter(MeterRegistry registry, String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }

  private static Timer timer(MeterRegistry registry, String name, String description) {
    return Timer.builder(name)
        .description(description)
        .publishPercentileHistogram()
        .minimumExpectedValue(Duration.ofMillis(1))
        .maximumExpectedValue(Duration.ofMinutes(1))
        .register(registry);
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

  /** An upgrade answered with 403, and why. */
  public void forbidden(String reason) {
    forbiddenFor(reason).increment();
  }

  /** Why an upgrade may be answered with 403, so that the count of it is there from the start. */
  public void mayForbid(String reason) {
    forbiddenFor(reason);
  }

  private Counter forbiddenFor(String reason) {
    return Counter.builder("headroom_ocpp_forbidden_total")
        .description("Upgrades answered with 403: of somebody, but not as this station")
        .tag("reason", reason)
        .register(registry);
  }

  /** What a charger said of another password. */
  public void rotation(String outcome) {
    Counter.builder("headroom_password_rotations_total")
        .description("Other passwords that chargers were told, by what they said")
        .tag("outcome", outcome.toLowerCase(Locale.ROOT))
        .register(registry)
        .increment();
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

  /** A charging profile sent to a charger, which may keep it in its flash memory. */
  public void profileWritten() {
    profilesWritten.increment();
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

  /**
   * A charger acknowledged a limit. One that it already followed before the limit was allocated was
   * not delivered, and one that rests on no reading has no age.
   */
  public void limitDelivered(Origin origin, Instant acknowledgedAt) {
    Duration since = Duration.between(origin.allocatedAt(), acknowledgedAt);
    if (!since.isNegative()) {
      delivery.record(since);
      origin
          .oldestReadingAt()
          .map(reading -> Duration.between(reading, acknowledgedAt))
          .ifPresent(age -> limitAge.record(age.isNegative() ? Duration.ZERO : age));
    }
  }
}
