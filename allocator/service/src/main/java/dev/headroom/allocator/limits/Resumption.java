package dev.headroom.allocator.limits;

import dev.headroom.allocator.limits.FeedEvent.NotResumed;
import dev.headroom.contract.topic.Keys;
import dev.headroom.core.evse.EvseState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What a reader is told first, by the id it comes with: all there is, or what it has missed. */
record Resumption(LimitsBoard board, SiteBoard<EvseState> states) {

  /** From where a reader goes on. */
  sealed interface Start {

    /** From nothing. */
    record Fresh(Optional<NotResumed> why) implements Start {}

    /** From there. */
    record From(Position position) implements Start {}
  }

  /** An opening event and what follows it, by key. */
  record Opening(FeedEvent first, Map<String, FeedEvent> then) {}

  /**
   * Says from where, at once or when this instance has read as far as the one before had.
   *
   * @param now of this instance: mark and partitions
   * @param patienceMillis how long an id may be ahead of what is read here
   * @param then is told on any thread
   */
  void from(Optional<String> id, Position now, long patienceMillis, Consumer<Start> then) {
    if (id.isEmpty()) {
      then.accept(new Start.Fresh(Optional.empty()));
      return;
    }
    Optional<Position> parsed = Position.parse(id.get());
    if (parsed.isEmpty() || !now.places().keySet().containsAll(parsed.get().places().keySet())) {
      then.accept(new Start.Fresh(Optional.of(NotResumed.MALFORMED)));
    } else if (!parsed.get().mark().equals(now.mark())) {
      then.accept(new Start.Fresh(Optional.of(NotResumed.RECREATED)));
    } else {
      whenReached(parsed.get(), patienceMillis, then);
    }
  }

  private void whenReached(Position position, long patienceMillis, Consumer<Start> then) {
    List<CompletableFuture<Void>> limits = new ArrayList<>();
    List<CompletableFuture<Void>> reports = new ArrayList<>();
    position
        .places()
        .forEach(
            (partition, place) -> {
              limits.add(board.readUpTo().whenRead(partition, place.limits()));
              reports.add(states.readUpTo().whenRead(partition, place.states()));
            });
    List<CompletableFuture<Void>> all = new ArrayList<>(limits);
    all.addAll(reports);
    var unused =
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
            .orTimeout(patienceMillis, TimeUnit.MILLISECONDS)
            .whenComplete(
                (nothing, late) -> {
                  limits.forEach(board.readUpTo()::forget);
                  reports.forEach(states.readUpTo()::forget);
                  then.accept(
                      late == null
                          ? new Start.From(position)
                          : new Start.Fresh(Optional.of(NotResumed.AHEAD)));
                });
  }

  /** What this reader is told to begin with. */
  Opening opening(FeedSubscription reader, Start start) {
    List<Issued> all =
        board.all().stream().filter(one -> reader.wants(one.allocation().site())).toList();
    List<String> names = all.stream().map(one -> one.allocation().site()).sorted().toList();
    Map<String, FeedEvent> then = new LinkedHashMap<>();
    return switch (start) {
      case Start.Fresh(var why) -> {
        all.forEach(one -> put(then, one));
        yield new Opening(new FeedEvent.Snapshot(names, why), then);
      }
      case Start.From(Position had) -> {
        all.stream()
            .filter(one -> one.offset() > had.at(one.partition()).limits())
            .forEach(one -> put(then, one));
        names.stream()
            .flatMap(states::at)
            .filter(state -> state.offset() > had.at(state.partition()).states())
            .forEach(state -> put(then, state.value()));
        yield new Opening(new FeedEvent.Resumed(names), then);
      }
    };
  }

  private static void put(Map<String, FeedEvent> events, Issued one) {
    String site = one.allocation().site();
    events.put(site, new FeedEvent.Changed(new LimitsChange(site, Optional.of(one))));
  }

  static void put(Map<String, FeedEvent> events, EvseState state) {
    events.put(Keys.child(state.site(), state.evse()), new FeedEvent.Reported(state));
  }
}
