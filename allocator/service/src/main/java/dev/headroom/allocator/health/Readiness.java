package dev.headroom.allocator.health;

import dev.headroom.allocator.Allocator;
import dev.headroom.allocator.Service;
import dev.headroom.allocator.limits.Owner;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Whether this instance does its part, and if not, why. Not ready before it has run once, so that a
 * roll-out waits for it; after that a rebalance is part of the work and changes nothing. Without
 * the broker it decides nothing and what it shows grows old: not ready, but alive. Nor is it ready
 * while a thread that decides is stuck.
 */
@org.eclipse.microprofile.health.Readiness
@Singleton
public class Readiness implements HealthCheck {

  private final Service service;

  public Readiness(Service service) {
    this.service = service;
  }

  @Override
  public HealthCheckResponse call() {
    Allocator allocator = service.allocator();
    KafkaStreams.State streams = allocator.streams().state();
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("allocator").withData("streams", streams.name());
    allocator.streams().threads().forEach(answer::withData);
    allocator.broker().told().forEach(answer::withData);
    allocator
        .tables()
        .forEach(table -> answer.withData(table.topic().topicName(), table.progress()));
    Instant now = Instant.now();
    tellLeases(answer, allocator.owned(), now);
    answer.withData(
        "reading.age",
        allocator
            .newestReading()
            .map(at -> Duration.between(at, now).toString())
            .orElse("none heard"));
    allocator.watchdog().stuck().ifPresent(stuck -> answer.withData("stuck", stuck));
    return answer
        .status(
            allocator.ready()
                && allocator.watchdog().stuck().isEmpty()
                && allocator.streams().ran()
                && streams.isRunningOrRebalancing()
                && !allocator.broker().lost())
        .build();
  }

  private static void tellLeases(
      HealthCheckResponseBuilder answer, List<Owner> owned, Instant now) {
    long valid = owned.stream().filter(owner -> owner.lease().validUntil().isAfter(now)).count();
    answer.withData("partitions.owned", owned.size());
    answer.withData("partitions.leased", valid);
    owned.stream()
        .map(owner -> owner.lease().renewedAt())
        .min(Comparator.naturalOrder())
        .ifPresent(at -> answer.withData("lease.oldest-renewal", at.toString()));
  }
}
