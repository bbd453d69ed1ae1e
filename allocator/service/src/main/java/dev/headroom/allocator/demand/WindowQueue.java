package dev.headroom.allocator.demand;

import dev.headroom.contract.demand.DemandRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Windows on their way out of a partition, each of them once: what an earlier owner has told is
 * found in the topic itself before the first one leaves. A window's site keeps the state from
 * before it until a while after it has left, so that one that was lost on the way ends again at the
 * next owner, and one that was not is found to be told.
 */
public final class WindowQueue {

  private static final Logger LOG = LoggerFactory.getLogger(WindowQueue.class);

  /** Windows are told for a day after they ended, and begin half an hour before. */
  private static final Duration LOOK_BACK = Duration.ofHours(25);

  private static final Duration BEFORE_RETRY = Duration.ofSeconds(2);

  /** After that a window that is told twice is better than none: its identity is the same. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** A thread that stood still may have lost its partition without knowing. */
  private static final Duration PAUSED = Duration.ofSeconds(2);

  private final int partition;
  private final Told told;
  private final Consumer<DemandRecord> out;
  private final Map<String, Instant> known = new HashMap<>();
  private final Deque<DemandRecord> waiting = new ArrayDeque<>();
  private Optional<CompletableFuture<Set<String>>> asked = Optional.empty();
  private Instant askAt = Instant.MIN;
  private Instant giveUpAt = Instant.MAX;
  private Optional<Instant> lastTick = Optional.empty();
  private Instant holdUntil = Instant.MIN;
  private boolean ready;

  /**
   * Of a partition.
   *
   * @param out writes a window to the topic
   */
  public WindowQueue(int partition, Told told, Consumer<DemandRecord> out) {
    this.partition = partition;
    this.told = told;
    this.out = out;
  }

  /** The partition is ours. */
  public void open(Instant now) {
    giveUpAt = now.plus(PATIENCE);
    ask(now);
  }

  private void ask(Instant now) {
    asked = Optional.of(told.on(partition, now.minus(LOOK_BACK)));
    askAt = now.plus(BEFORE_RETRY);
  }

  /** The window ended; it leaves with one of the next ticks. */
  public void add(DemandRecord window) {
    waiting.add(window);
  }

  /** Whether windows of a site have not left yet. */
  public boolean holds(String site) {
    return waiting.stream().anyMatch(window -> window.site().equals(site));
  }

  /** Time has passed. */
  public void tick(Instant now) {
    if (lastTick.filter(last -> last.plus(PAUSED).isBefore(now)).isPresent()) {
      holdUntil = now.plus(PAUSED);
    }
    lastTick = Optional.of(now);
    if (!ready) {
      listen(now);
    }
    if (!ready || now.isBefore(holdUntil)) {
      return;
    }
    if (waiting.isEmpty()) {
      return;
    }
    while (!waiting.isEmpty()) {
      DemandRecord window = waiting.removeFirst();
      if (known.put(window.identity(), now) == null) {
        out.accept(window);
      } else {
        LOG.info("window {} was told before", window.identity());
      }
    }
    known.values().removeIf(at -> at.plus(LOOK_BACK).isBefore(now));
  }

  private void listen(Instant now) {
    Optional<CompletableFuture<Set<String>>> answer = asked.filter(CompletableFuture::isDone);
    if (answer.isPresent() && !answer.get().isCompletedExceptionally()) {
      answer.get().resultNow().forEach(window -> known.put(window, now));
      ready = true;
    } else if (!now.isBefore(giveUpAt)) {
      LOG.warn("partition {}: what windows were told before cannot be read", partition);
      ready = true;
    } else if (answer.isPresent() && !now.isBefore(askAt)) {
      LOG.warn("partition {}: asking once more: {}", partition, answer.get().exceptionNow());
      ask(now);
    }
  }
}
