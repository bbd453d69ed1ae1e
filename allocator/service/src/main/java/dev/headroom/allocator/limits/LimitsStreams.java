package dev.headroom.allocator.limits;

import dev.headroom.contract.topic.Keys;
import dev.headroom.contract.topic.SitePartitioner;
import dev.headroom.core.evse.EvseState;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The boards as streams for many readers: what is there, then every change. A reader slower than
 * the changes gets the latest of each site and EVSE. The threads that read the tables only note
 * what is new, however many readers there are; a thread of the streams' own passes it on.
 */
public final class LimitsStreams implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LimitsStreams.class);

  /** A reader that takes nothing for so many heartbeats, though something waits, is let go. */
  static final int PATIENCE_BEATS = 6;

  /** News wait for so long, so that what comes at once goes out at once. */
  private static final Duration GATHERING = Duration.ofMillis(20);

  /** Ids of more partitions than this are long, and told once a second. */
  private static final int SHORT_ID = 4;

  private static final Duration BETWEEN_LONG_IDS = Duration.ofSeconds(1);

  private final LimitsBoard board;
  private final SiteBoard<EvseState> states;
  private final Resumption resumption;
  private final int partitions;
  private final Duration catchUp;
  private final List<FeedSubscription> readers = new CopyOnWriteArrayList<>();
  private final Map<String, FeedEvent> news = new LinkedHashMap<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("limits-streams").daemon().factory());
  private volatile String mark = randomMark();
  private volatile boolean wentBack;
  private volatile boolean closed;
  private long longIdAtNanos = System.nanoTime() - BETWEEN_LONG_IDS.toNanos();

  /**
   * Streams of these boards.
   *
   * @param partitions of the topics
   * @param heartbeat how often each reader hears something in any case
   * @param catchUp how long an id may be ahead of what was read here before it is disbelieved
   */
  public LimitsStreams(
      LimitsBoard board,
      SiteBoard<EvseState> states,
      int partitions,
      Duration heartbeat,
      Duration catchUp) {
    this.board = board;
    this.states = states;
    this.resumption = new Resumption(board, states);
    this.partitions = partitions;
    this.catchUp = catchUp;
    board.watch(change -> note(change.site(), new FeedEvent.Changed(change)));
    states.watch(placed -> note(keyOf(placed.value()), new FeedEvent.Reported(placed.value())));
    long every = heartbeat.toMillis();
    var unused =
        thread.scheduleAtFixedRate(safely(this::beat), every, every, TimeUnit.MILLISECONDS);
  }

  private static String keyOf(EvseState state) {
    return Keys.child(state.site(), state.evse());
  }

  private static String randomMark() {
    return UUID.randomUUID().toString().substring(0, 8);
  }

  /** What tells the topics from others of the same names; before that, ids hold here alone. */
  public void mark(String topics) {
    mark = topics;
  }

  /**
   * A reader of these sites, or of all if there are none. Its listener hears when to poll.
   *
   * @param lastId the id it comes back with, if it was here before
   */
  public FeedSubscription subscribe(
      Set<String> sites, Optional<String> lastId, FeedListener listener) {
    Set<Integer> on =
        sites.stream()
            .map(site -> SitePartitioner.partitionOf(site, partitions))
            .collect(Collectors.toSet());
    FeedSubscription reader = new FeedSubscription(sites, on, listener);
    resumption.from(
        lastId, position(), catchUp.toMillis(), start -> later(() -> open(reader, start)));
    return reader;
  }

  /** It reads no more. */
  public void cancel(FeedSubscription reader) {
    reader.end();
    readers.remove(reader);
  }

  /** How many read now. */
  public int readers() {
    return readers.size();
  }

  /** The most events that wait for one of them; never more than there are sites and EVSEs. */
  public int backlog() {
    return readers.stream().mapToInt(FeedSubscription::backlog).max().orElse(0);
  }

  /** Nobody new has room here; whoever reads is told to go elsewhere. */
  @Override
  public void close() {
    closed = true;
    later(
        () -> {
          readers.forEach(reader -> reader.listener().end(FeedListener.End.STOPPING));
          readers.clear();
        });
    thread.shutdown();
  }

  /** Whether it is of no use to come here any more. */
  public boolean closed() {
    return closed;
  }

  /** Returns when all that was noted before is passed on. */
  void settle() {
    CompletableFuture.runAsync(this::passOn, thread).join();
  }

  /** A reader that fails must not end the streams of the others. */
  private static Runnable safely(Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (RuntimeException e) {
        LOG.error("the streams of limits stumbled", e);
      }
    };
  }

  private void note(String key, FeedEvent event) {
    boolean gathers;
    synchronized (news) {
      gathers = !news.isEmpty();
      news.put(key, event);
    }
    if (!gathers && !closed) {
      var unused =
          thread.schedule(safely(this::passOn), GATHERING.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void later(Runnable work) {
    try {
      thread.execute(safely(work));
    } catch (RejectedExecutionException e) {
      // It is closed, and so are its readers.
    }
  }

  private void open(FeedSubscription reader, Resumption.Start start) {
    if (reader.ended()) {
      return;
    }
    passOn();
    Ids ids = new Ids(position());
    Resumption.Opening opening = resumption.opening(reader, start);
    readers.add(reader);
    reader.open(opening.first(), opening.then(), ids.of(reader));
    if (reader.ended()) {
      readers.remove(reader);
    }
  }

  /** Where somebody is who has been told all that is noted at the time of the call. */
  private Position position() {
    TreeMap<Integer, Position.Place> places = new TreeMap<>();
    for (int partition = 0; partition < partitions; partition++) {
      places.put(
          partition,
          new Position.Place(board.readUpTo().of(partition), states.readUpTo().of(partition)));
    }
    return new Position(currentMark(), places);
  }

  /** Topics that went back are not those of the start. */
  private String currentMark() {
    if (!wentBack && (board.readUpTo().wentBack() || states.readUpTo().wentBack())) {
      wentBack = true;
      mark = randomMark();
    }
    return mark;
  }

  private void passOn() {
    Ids ids = new Ids(position());
    Map<String, FeedEvent> batch;
    synchronized (news) {
      batch = new LinkedHashMap<>(news);
      news.clear();
    }
    if (batch.isEmpty() || readers.isEmpty()) {
      return;
    }
    boolean longIds = longIdsAreDue();
    Batch bySite = new Batch(batch);
    for (FeedSubscription reader : readers) {
      Map<String, FeedEvent> own = bySite.of(reader);
      if (!own.isEmpty()) {
        boolean told = longIds || isShort(reader);
        reader.offer(own, told ? Optional.of(ids.of(reader)) : Optional.empty());
      }
    }
  }

  private boolean longIdsAreDue() {
    long now = System.nanoTime();
    boolean due = now - longIdAtNanos >= BETWEEN_LONG_IDS.toNanos();
    if (due) {
      longIdAtNanos = now;
    }
    return due;
  }

  private boolean isShort(FeedSubscription reader) {
    return (reader.sites().isEmpty() ? partitions : reader.partitions().size()) <= SHORT_ID;
  }

  private void beat() {
    passOn();
    Ids ids = new Ids(position());
    for (FeedSubscription reader : readers) {
      if (!reader.beat(ids.of(reader))) {
        readers.remove(reader);
        reader.listener().end(FeedListener.End.STUCK);
      }
    }
  }
}
