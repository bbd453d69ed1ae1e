package dev.headroom.trial.fault;

import dev.headroom.trial.process.Part;
import dev.headroom.trial.wire.Watch;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Does a fault once and measures what gateways would see of it. */
final class Trial {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration STOPPING = Duration.ofSeconds(20);

  private final Stage stage;
  private final Watch watch;
  private final Outcome outcome;
  private final Random chance;

  Trial(Stage stage, Outcome outcome, Random chance) {
    this.stage = stage;
    this.watch = stage.watch();
    this.outcome = outcome;
    this.chance = chance;
  }

  void once(Fault fault) throws InterruptedException, IOException {
    String victim = Stage.NAMES.get(chance.nextInt(Stage.NAMES.size()));
    stage.settle();
    Map<Integer, Long> all = watch.epochs();
    Map<Integer, Long> theirs = owned(victim);
    Instant since = Instant.now();
    switch (fault) {
      case STOP -> {
        stage.allocator(victim).terminate();
        measure(theirs, since);
      }
      case KILL -> {
        stage.allocator(victim).kill();
        measure(theirs, since);
      }
      case FREEZE -> freeze(victim, theirs, 60_000);
      case DOZE -> freeze(victim, theirs, 1000 + chance.nextInt(11_000));
      case ROLL -> roll();
      case BROKER_RESTART -> restartBroker(true, all);
      case BROKER_KILL -> restartBroker(false, all);
      case BROKER_FULL -> fillBroker(all);
      case STATE_FULL -> fillState(victim, theirs);
    }
    outcome.repeated(Reading.of(watch.heard()), watch.leastLeft());
  }

  private Map<Integer, Long> owned(String instance) {
    Map<Integer, Long> epochs = new TreeMap<>(watch.epochs());
    Map<Integer, String> owners = watch.owners();
    epochs.keySet().removeIf(partition -> !instance.equals(owners.get(partition)));
    return epochs;
  }

  private static Set<String> sitesOf(Map<Integer, Long> partitions) {
    return Stage.TOWN.names().stream()
        .filter(site -> partitions.containsKey(Stage.TOWN.partitionOf(site)))
        .collect(Collectors.toSet());
  }

  /** Waits until each site of these partitions has limits of a later epoch. */
  private void measure(Map<Integer, Long> partitions, Instant since) throws InterruptedException {
    Set<String> sites = sitesOf(partitions);
    boolean all =
        Stage.within(
            PATIENCE,
            () ->
                Reading.of(watch.heard())
                    .firstAbove(partitions, since)
                    .keySet()
                    .containsAll(sites));
    Thread.sleep(1000);
    note(partitions, sites, since, all);
  }

  private void note(Map<Integer, Long> partitions, Set<String> sites, Instant since, boolean all) {
    Reading reading = Reading.of(watch.heard());
    Map<String, Instant> first = reading.firstAbove(partitions, since);
    first.forEach(
        (site, at) -> {
          if (sites.contains(site)) {
            outcome.fresh(Duration.between(since, at));
          }
        });
    if (!all) {
      sites.stream().filter(site -> !first.containsKey(site)).forEach(site -> outcome.lost());
    }
    reading
        .longestGaps()
        .forEach(
            (partition, gap) -> {
              if (partitions.containsKey(partition)) {
                outcome.gap(gap);
              }
            });
  }

  private void freeze(String victim, Map<Integer, Long> theirs, long millis)
      throws InterruptedException {
    Part part = stage.allocator(victim);
    Instant since = Instant.now();
    part.freeze();
    Thread.sleep(millis);
    part.wake();
    Instant awake = Instant.now();
    // Too short to be noticed: the owner goes on in the same epoch, or another takes over now.
    Stage.within(
        PATIENCE,
        () ->
            Reading.of(watch.heard())
                .firstAbove(Map.of(), awake)
                .keySet()
                .containsAll(Stage.TOWN.names()));
    Thread.sleep(5000);
    boolean moved =
        theirs.entrySet().stream()
            .allMatch(it -> watch.epochs().getOrDefault(it.getKey(), -1L) > it.getValue());
    if (moved) {
      measure(theirs, since);
    }
  }

  /** Each partition changes hands at least twice; it counts how long nobody had it. */
  private void roll() throws InterruptedException {
    for (String name : Stage.NAMES) {
      Part part = stage.allocator(name);
      part.terminate();
      part.awaitEnd(STOPPING);
      stage.start(name);
      Stage.await(name + " is ready", () -> stage.ready(name));
    }
    Thread.sleep(3000);
    Reading.of(watch.heard()).longestGaps().values().forEach(outcome::gap);
  }

  private void restartBroker(boolean inOrder, Map<Integer, Long> all) throws InterruptedException {
    Instant since = Instant.now();
    Part broker = stage.broker();
    if (inOrder) {
      broker.terminate();
    } else {
      broker.kill();
    }
    broker.awaitEnd(STOPPING);
    stage.restartBroker();
    outcome.away(Duration.between(since, Instant.now()));
    measure(sameEpochs(all), since.plusMillis(500));
  }

  private void fillBroker(Map<Integer, Long> all) throws InterruptedException, IOException {
    Part broker = stage.broker();
    Instant since = Instant.now();
    SmallDisk.fill(stage.brokerData());
    boolean ended = Stage.within(PATIENCE, () -> !broker.alive());
    System.out.println("  the broker " + (ended ? "ended" : "goes on") + " on a full disk");
    Thread.sleep(15_000);
    System.out.println(
        "  least lease left %s, allocators alive: %s"
            .formatted(
                watch.leastLeft(),
                Stage.NAMES.stream().map(name -> stage.allocator(name).alive()).toList()));
    SmallDisk.free(stage.brokerData());
    if (broker.alive()) {
      broker.kill();
      broker.awaitEnd(STOPPING);
    }
    stage.restartBroker();
    measure(sameEpochs(all), since.plusSeconds(10));
  }

  private void fillState(String victim, Map<Integer, Long> theirs)
      throws InterruptedException, IOException {
    Instant since = Instant.now();
    Part part = stage.allocator(victim);
    part.terminate();
    part.awaitEnd(STOPPING);
    var full = stage.directory().resolve("full-state");
    SmallDisk.mount(full, "1m");
    SmallDisk.fill(full);
    stage.start(victim, Map.of("headroom.allocator.state-directory", full.toString()));
    boolean ready = Stage.within(Duration.ofSeconds(40), () -> stage.ready(victim));
    System.out.println(
        "  an allocator without room for state is "
            + (ready ? "ready" : "not ready")
            + ", its process "
            + (stage.allocator(victim).alive() ? "runs" : "ended"));
    measure(theirs, since);
    Part poor = stage.allocator(victim);
    poor.terminate();
    poor.awaitEnd(STOPPING);
    SmallDisk.unmount(full);
  }

  /** The owner may stay the same, and so may its epoch. */
  private static Map<Integer, Long> sameEpochs(Map<Integer, Long> epochs) {
    Map<Integer, Long> before = new TreeMap<>(epochs);
    before.replaceAll((partition, epoch) -> epoch - 1);
    return before;
  }
}
