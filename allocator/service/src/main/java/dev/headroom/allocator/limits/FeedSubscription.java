package dev.headroom.allocator.limits;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One reader and what it has still to be told: at most one event for each site and EVSE, the
 * newest, at the place where the first one waited. The reader polls; nothing queues up behind a
 * slow one.
 */
public final class FeedSubscription {

  /** An event with its number in the order of what began to wait. */
  private record Waiting(long number, FeedEvent event) {}

  /** Once everything with numbers up to this one is told, the reader is at the id. */
  private record Milestone(long number, String id) {}

  private final Set<String> sites;
  private final Set<Integer> partitions;
  private final FeedListener listener;
  private final Map<String, Waiting> waiting = new LinkedHashMap<>();
  private final Deque<Milestone> milestones = new ArrayDeque<>();
  private Optional<FeedEvent> first = Optional.empty();
  private long lastNumber;
  private boolean beatDue;
  private int silentBeats;
  private boolean opened;
  private boolean ended;

  /**
   * Nothing waits yet.
   *
   * @param partitions where these sites are
   */
  FeedSubscription(Set<String> sites, Set<Integer> partitions, FeedListener listener) {
    this.sites = Set.copyOf(sites);
    this.partitions = Set.copyOf(partitions);
    this.listener = listener;
  }

  /** The sites it asks for; none for all. */
  Set<String> sites() {
    return sites;
  }

  /** The partitions its sites are on. */
  Set<Integer> partitions() {
    return partitions;
  }

  FeedListener listener() {
    return listener;
  }

  boolean wants(String site) {
    return sites.isEmpty() || sites.contains(site);
  }

  /** What it is told first; then comes {@code now}, and with that it is at the id. */
  void open(FeedEvent opening, Map<String, FeedEvent> now, String id) {
    synchronized (this) {
      opened = true;
      first = Optional.of(opening);
      now.forEach(this::put);
      milestones.add(new Milestone(lastNumber, id));
    }
    listener.news();
  }

  /** News by key; {@code id} is where it is after them, if that is worth saying. */
  void offer(Map<String, FeedEvent> news, Optional<String> id) {
    synchronized (this) {
      news.forEach(this::put);
      id.ifPresent(this::milestone);
    }
    listener.news();
  }

  private void put(String key, FeedEvent event) {
    Waiting before = waiting.get(key);
    waiting.put(key, new Waiting(before == null ? ++lastNumber : before.number, event));
  }

  /** Where nothing began to wait since the last one, that one moves on. */
  private void milestone(String id) {
    if (!milestones.isEmpty() && milestones.getLast().number == lastNumber) {
      milestones.removeLast();
    }
    milestones.add(new Milestone(lastNumber, id));
  }

  /**
   * It should hear something.
   *
   * @param id where it is once it has been told all
   * @return whether it has taken something since the last time, or there was nothing to take
   */
  boolean beat(String id) {
    boolean alive;
    synchronized (this) {
      milestone(id);
      alive = waiting.isEmpty() && first.isEmpty() || ++silentBeats <= LimitsStreams.PATIENCE_BEATS;
      beatDue = true;
    }
    listener.news();
    return alive;
  }

  /** The next it should be told, if there is anything. */
  public synchronized Optional<Delivery> poll() {
    if (ended) {
      return Optional.empty();
    }
    Optional<FeedEvent> next = next();
    if (next.isPresent()) {
      silentBeats = 0;
      beatDue = false;
    }
    return next.map(event -> new Delivery(event, reached()));
  }

  private Optional<FeedEvent> next() {
    if (first.isPresent()) {
      Optional<FeedEvent> opening = first;
      first = Optional.empty();
      return opening;
    }
    var changes = waiting.values().iterator();
    if (changes.hasNext()) {
      FeedEvent change = changes.next().event;
      changes.remove();
      return Optional.of(change);
    }
    return beatDue ? Optional.of(new FeedEvent.Heartbeat()) : Optional.empty();
  }

  /** The last milestone that nothing waits before. */
  private Optional<String> reached() {
    long told = waiting.isEmpty() ? lastNumber : waiting.values().iterator().next().number - 1;
    Optional<String> id = Optional.empty();
    while (!milestones.isEmpty() && milestones.getFirst().number <= told) {
      id = Optional.of(milestones.removeFirst().id);
    }
    return id;
  }

  synchronized void end() {
    ended = true;
    waiting.clear();
    milestones.clear();
  }

  /** Whether it is known from where it goes on. */
  synchronized boolean opened() {
    return opened;
  }

  synchronized boolean ended() {
    return ended;
  }

  /** How many events wait; never more than there are sites and EVSEs. */
  synchronized int backlog() {
    return waiting.size();
  }
}
