package dev.headroom.allocator.watch;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks from a thread of its own whether those that decide go on. One that is stuck lets its lease
 * end, which is what keeps sites safe; but while its process lives nobody else takes its partitions
 * over. So it is told, with where it is stuck, and after a while the process ends at once: a
 * shutdown in order would wait for the very thread.
 */
public final class Watchdog implements AutoCloseable {

  /** How the process ends when a thread is stuck. */
  public static final int EXIT_CODE = 70;

  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final Pulses pulses;
  private final Duration tellAfter;
  private final Duration haltAfter;
  private final BooleanSupplier idle;
  private final Runnable halt;
  private final Vigil vigil = new Vigil(BETWEEN_LOOKS.multipliedBy(2));
  private final Set<Pulses.Pulse> told = new HashSet<>();
  private final Thread thread;
  private volatile Optional<String> stuck = Optional.empty();

  /**
   * Not started yet.
   *
   * @param tellAfter how long a thread may be still before that is told
   * @param haltAfter how long until the process ends; zero for never
   * @param idle while this holds threads may be still, since there is nobody to talk to
   * @param halt ends the process
   */
  public Watchdog(
      Pulses pulses, Duration tellAfter, Duration haltAfter, BooleanSupplier idle, Runnable halt) {
    this.pulses = pulses;
    this.tellAfter = tellAfter;
    this.haltAfter = haltAfter;
    this.idle = idle;
    this.halt = halt;
    this.thread = Thread.ofPlatform().name("watchdog").daemon().unstarted(this::watch);
  }

  /** Begins to look. */
  public void start() {
    thread.start();
  }

  /** What is stuck and for how long, in words; empty if nothing is. */
  public Optional<String> stuck() {
    return stuck;
  }

  /** One look, so long after the last. */
  void look(Duration sinceLast) {
    if (idle.getAsBoolean()) {
      vigil.anew();
      stuck = Optional.empty();
      return;
    }
    List<Vigil.Still> still =
        vigil.look(pulses.expected(), sinceLast).stream()
            .filter(it -> it.time().compareTo(tellAfter) >= 0)
            .toList();
    told.retainAll(still.stream().map(Vigil.Still::pulse).collect(Collectors.toSet()));
    still.stream().filter(it -> told.add(it.pulse())).forEach(Watchdog::tell);
    Optional<Vigil.Still> longest = still.stream().max(Comparator.comparing(Vigil.Still::time));
    stuck = longest.map(it -> it.pulse().name() + " for " + it.time());
    longest
        .filter(it -> !haltAfter.isZero() && it.time().compareTo(haltAfter) >= 0)
        .ifPresent(this::halt);
  }

  private static void tell(Vigil.Still still) {
    LOG.error(
        "{} is stuck for {}, in {}:\n{}",
        still.pulse().name(),
        still.time(),
        still.pulse().thread().getName(),
        stackOf(still.pulse().thread()));
  }

  private void halt(Vigil.Still still) {
    LOG.error(
        "{} is stuck for {}: the process ends, so that others take over. It is in\n{}",
        still.pulse().name(),
        still.time(),
        stackOf(still.pulse().thread()));
    halt.run();
  }

  static String stackOf(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .map(frame -> "    at " + frame)
        .collect(Collectors.joining("\n"));
  }

  private void watch() {
    long last = System.nanoTime();
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(BETWEEN_LOOKS);
        long now = System.nanoTime();
        look(Duration.ofNanos(now - last));
        last = now;
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
