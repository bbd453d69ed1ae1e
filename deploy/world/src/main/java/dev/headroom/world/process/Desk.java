package dev.headroom.world.process;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.SiteController;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.reading.MeterReading;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Meter;
import dev.headroom.core.site.SiteTree;
import dev.headroom.world.bug.Sabotage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an owner does with its site, as the service's {@code SiteDesk} does: the core and when. */
final class Desk {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final Duration FOR_READINGS = Duration.ofMillis(1500);

  private final Sabotage sabotage;
  private final SiteController controller;
  private final Map<String, Long> connectionEpochs = new HashMap<>();
  private final Map<String, MeterReading> lastReadings = new HashMap<>();
  private final Map<String, EvseState> lastStates = new LinkedHashMap<>();
  private final Set<String> silentMeters;
  private final Instant silentUntil;
  private long version;
  private Instant lookAt = Instant.MIN;

  Desk(
      Definition definition,
      long epoch,
      Optional<Allocation> lastIssued,
      Sabotage sabotage,
      Instant now) {
    this.sabotage = sabotage;
    SiteTree tree = new SiteTree(sabotage.defined(definition.site()));
    version = definition.version();
    controller = new SiteController(tree, version, epoch, lastIssued);
    silentMeters =
        tree.rootFirst().stream()
            .map(Circuit::meter)
            .flatMap(Optional::stream)
            .map(Meter::name)
            .collect(Collectors.toCollection(HashSet::new));
    silentUntil = now.plus(FOR_READINGS);
  }

  void redefine(Definition definition) {
    if (definition.version() > version) {
      version = definition.version();
      lookAt = Instant.MIN;
      controller.redefine(new SiteTree(sabotage.defined(definition.site())), version);
    }
  }

  void accept(MeterReading said) {
    sabotage
        .metered(said)
        .ifPresent(
            reading -> {
              silentMeters.remove(reading.meter());
              lastReadings.put(reading.meter(), reading);
              controller.accept(reading);
            });
  }

  void accept(EvseState said) {
    lookAt = Instant.MIN;
    long epoch = said.connectionEpoch().orElse(0);
    if (epoch >= connectionEpochs.getOrDefault(said.evse(), 0L)) {
      connectionEpochs.put(said.evse(), epoch);
      sabotage
          .reported(said)
          .ifPresent(
              state -> {
                lastStates.put(state.evse(), state);
                controller.accept(state);
              });
    }
  }

  boolean due(Instant now) {
    return !now.isBefore(lookAt);
  }

  Optional<Allocation> decide(Instant now) {
    lookAt = now.plus(BETWEEN_LOOKS);
    if (!silentMeters.isEmpty() && now.isBefore(silentUntil)) {
      return Optional.empty();
    }
    lastReadings.values().stream()
        .map(last -> sabotage.repeated(last, now))
        .flatMap(Optional::stream)
        .forEach(controller::accept);
    lastStates.values().stream()
        .map(last -> sabotage.assumed(last, now))
        .flatMap(Optional::stream)
        .forEach(controller::accept);
    return controller.decide(now);
  }
}
