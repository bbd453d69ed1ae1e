package dev.headroom.gateway.state;

import dev.headroom.contract.topic.Keys;
import dev.headroom.core.evse.EvseState;
import dev.headroom.gateway.core.session.Effect.PublishState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * States on their way to the broker: of each EVSE the latest only, one write at a time. The record
 * that opens a connection goes first; those that follow wait for its offset, which is their epoch.
 * Bounded by the number of EVSEs. Safe for use by several threads.
 */
final class StateOutbox {

  /**
   * A record to be written.
   *
   * @param opens whether its offset becomes the connection's epoch
   */
  record Write(String key, EvseState state, StateSource connection, PublishState of) {
    boolean opens() {
      return of.opens();
    }
  }

  private final Map<String, Lane> lanes = new HashMap<>();
  private final Deque<String> ready = new ArrayDeque<>();

  /**
   * Puts a state in line. One of a connection that another has displaced is dropped.
   *
   * @param connection whose it is, told from others by identity
   */
  synchronized void put(StateSource connection, PublishState state) {
    String key = Keys.child(state.state().site(), state.state().evse());
    Lane lane = lanes.computeIfAbsent(key, name -> new Lane());
    if (lane.put(connection, state)) {
      offer(key, lane);
    }
  }

  /** The next record to be written, if there is one. */
  synchronized Optional<Write> next() {
    while (!ready.isEmpty()) {
      String key = ready.removeFirst();
      Lane lane = lanes.get(key);
      Optional<Write> write = lane == null ? Optional.empty() : lane.next(key);
      if (write.isPresent()) {
        return write;
      }
    }
    return Optional.empty();
  }

  /** The broker has it. */
  synchronized void written(Write write, long offset) {
    settle(write, lane -> lane.written(write, offset));
  }

  /** The broker does not have it, or does not say so: it goes again, unless a later one does. */
  synchronized void failed(Write write) {
    settle(write, lane -> lane.failed(write));
  }

  /** It can never be written. */
  synchronized void dropped(Write write) {
    settle(write, Lane::dropped);
  }

  private void settle(Write write, Consumer<Lane> outcome) {
    Lane lane = lanes.get(write.key());
    if (lane != null) {
      outcome.accept(lane);
      if (lane.finished()) {
        lanes.remove(write.key());
      } else {
        offer(write.key(), lane);
      }
    }
    notifyAll();
  }

  /** Waits until there may be something to write, or for this long. */
  synchronized void await(long millis) throws InterruptedException {
    if (ready.isEmpty()) {
      wait(millis);
    }
  }

  /** Whether all that was put is written. */
  synchronized boolean empty() {
    return lanes.values().stream().allMatch(Lane::idle);
  }

  /** The states last put, of the EVSEs that have a socket here. */
  synchronized List<EvseState> latest() {
    return lanes.values().stream().map(Lane::last).flatMap(Optional::stream).toList();
  }

  private void offer(String key, Lane lane) {
    if (lane.hasWork()) {
      ready.addLast(key);
      notifyAll();
    }
  }
}
