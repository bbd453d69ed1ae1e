package dev.headroom.world.process;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.SiteController;
import dev.headroom.core.attention.Attention;
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

  private static final Duration FOR_READINGS = Duration.ofMillis(1500);

  private final Sabotage sabotage;
  private final SiteController controller;
  private final Attention attention;
  private final Map<String, Long> connectionEpochs = new HashMap<>();
  private final Map<String, MeterReading> lastReadings = new HashMap<>();
  private final Map<String, EvseState> lastStates = new LinkedHashMap<>();
  private final Set<String> silentMeters;
  private final Instant silentUntil;
  private long version;

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
    attention = new Attention(tree);
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
      SiteTree tree = new SiteTree(sabotage.defined(definition.site()));
      controller.redefine(tree, version);
      attention.redefine(tree);
    }
  }

  /** Takes a reading, and says whether it is worth a look at once. */
  boolean accept(MeterReading said) {
    return sabotage.metered(said).filter(this::hears).isPresent();
  }

  private boolean hears(MeterReading reading) {
    boolean first = silentMeters.remove(reading.meter());
    lastReadings.put(reading.meter(), reading);
    controller.accept(reading);
    return attention.heard(reading) || first;
  }

  /** Takes a state, and says whether it is worth a look at once. */
  boolean accept(EvseState said, Instant now) {
    long epoch = said.connectionEpoch().orElse(0);
    if (epoch < connectionEpochs.getOrDefault(said.evse(), 0L)) {
      return false;
    }
    connectionEpochs.put(said.evse(), epoch);
    return sabotage.reported(said).filter(state -> hears(state, now)).isPresent();
  }

  private boolean hears(EvseState state, Instant now) {
    lastStates.put(state.evse(), state);
    controller.accept(state);
    return attention.heard(state, now);
  }

  boolean due(Instant now) {
    return attention.due(now);
  }

  Optional<Allocation> decide(Instant now) {
    attention.postponed(now);
    if (!silentMeters.isEmpty() && now.isBefore(silentUntil)) {
      return Optional.empty();
    }
    lastReadings
        .values()
        .forEach(last -> sabotage.repeated(last, now).ifPresent(controller::accept));
    lastStates.values().forEach(last -> sabotage.assumed(last, now).ifPresent(controller::accept));
    Optional<Allocation> decided = controller.decide(now);
    attention.looked(controller, now);
    return decided;
  }
}
