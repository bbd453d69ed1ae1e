package dev.headroom.gateway.metric;

import dev.headroom.gateway.core.dialect.StationIdentity;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.model.KnownModels;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

/**
 * What is counted by model: those of the tables by the name they have there, all others together,
 * so that there are never more of them than somebody has written down.
 */
@ApplicationScoped
public class ModelMetrics {

  /** All that no table knows. */
  static final String OTHER = "other";

  private final KnownModels models;
  private final MeterRegistry registry;
  private final Set<String> shown = ConcurrentHashMap.newKeySet();

  ModelMetrics(KnownModels models, MeterRegistry registry) {
    this.models = models;
    this.registry = registry;
  }

  /** The label of a station; one that has not said what it is goes with those nobody knows. */
  public String labelOf(Optional<StationIdentity> identity) {
    return identity.flatMap(models::nameOf).orElse(OTHER);
  }

  /**
   * Shows every label, at 0 where there is nothing yet; again when more may be known.
   *
   * @param connected how many stations of a label have a socket here
   */
  public void show(ToLongFunction<String> connected) {
    show(OTHER, connected);
    models.names().forEach(label -> show(label, connected));
  }

  private void show(String label, ToLongFunction<String> connected) {
    if (!shown.add(label)) {
      return;
    }
    Gauge.builder("headroom_stations", connected, count -> count.applyAsLong(label))
        .tag("model", label)
        .description("Stations with a socket here, by what is known of their model")
        .strongReference(true)
        .register(registry);
    rejected(label);
    for (String by : Set.of("measured", "offered", "scheduled")) {
      ignored(label, by);
    }
  }

  /** Counts it by model too, if it says how a model takes its profiles. */
  public void count(GatewayEvent event, Optional<StationIdentity> identity) {
    switch (event) {
      case PROFILE_REJECTED -> rejected(labelOf(identity)).increment();
      case DISOBEYED -> ignored(labelOf(identity), "measured").increment();
      case OFFERS_MORE -> ignored(labelOf(identity), "offered").increment();
      case SCHEDULES_MORE -> ignored(labelOf(identity), "scheduled").increment();
      default -> {}
    }
  }

  private Counter rejected(String label) {
    return Counter.builder("headroom_model_profiles_rejected_total")
        .description("Charging profiles that chargers refused, by what is known of their model")
        .tag("model", label)
        .register(registry);
  }

  private Counter ignored(String label, String by) {
    return Counter.builder("headroom_model_profiles_ignored_total")
        .description("Chargers found to do more than the limit they accepted, by model and how")
        .tag("model", label)
        .tag("by", by)
        .register(registry);
  }
}
