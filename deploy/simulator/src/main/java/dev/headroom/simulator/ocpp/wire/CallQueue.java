package dev.headroom.simulator.ocpp.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.simulator.world.WorldThread;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A station's calls: one outstanding at a time, in order. What concerns a transaction is kept over
 * a lost link and sent again under a new id (OCPP 1.6 §4.9, 2.0.1 E04); anything else is dropped
 * with it.
 */
public final class CallQueue {

  private static final System.Logger LOG = System.getLogger(CallQueue.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int LONGEST = 500;
  private static final int MOST_ATTEMPTS = 3;

  /**
   * A call to come.
   *
   * @param payload made when it is sent; empty if there is nothing to say any more
   * @param kept whether it survives a lost link
   */
  private record Waiting(
      String action,
      Supplier<Optional<? extends JsonNode>> payload,
      Consumer<JsonNode> answered,
      boolean kept,
      int attempts) {
    Waiting again() {
      return new Waiting(action, payload, answered, kept, attempts + 1);
    }
  }

  private record Outstanding(String id, Waiting call, WorldThread.Planned timeout) {}

  private final WorldThread world;
  private final Consumer<String> wire;
  private final Consumer<String> linkIsDead;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private Optional<Outstanding> outstanding = Optional.empty();
  private boolean registered;

  public CallQueue(WorldThread world, Consumer<String> wire, Consumer<String> linkIsDead) {
    this.world = world;
    this.wire = wire;
    this.linkIsDead = linkIsDead;
  }

  /** Before everything else, as a boot is; what waits goes on once {@link #registered}. */
  public void callFirst(String action, JsonNode payload, Consumer<JsonNode> answered) {
    waiting.addFirst(new Waiting(action, () -> Optional.of(payload), answered, false, 0));
    if (outstanding.isEmpty()) {
      sendFirst();
    }
  }

  public void call(String action, JsonNode payload, Consumer<JsonNode> answered) {
    if (waiting.size() < LONGEST) {
      waiting.addLast(new Waiting(action, () -> Optional.of(payload), answered, false, 0));
    }
    sendNext();
  }

  /** As {@link #call}, but never lost. The payload is made when it is sent; empty: never mind. */
  public void keep(
      String action, Supplier<Optional<? extends JsonNode>> payload, Consumer<JsonNode> answered) {
    waiting.addLast(new Waiting(action, payload, answered, true, 0));
    sendNext();
  }

  /** As {@link #keep}, as long as there is room for it: what can be missed in a long silence. */
  public void keepIfRoom(String action, JsonNode payload) {
    if (waiting.size() < LONGEST) {
      keep(action, () -> Optional.of(payload), answer -> {});
    }
  }

  /** The central system takes calls on this connection. */
  public void registered() {
    registered = true;
    sendNext();
  }

  public void linkLost() {
    registered = false;
    outstanding.ifPresent(
        open -> {
          open.timeout().cancel();
          waiting.addFirst(open.call());
        });
    outstanding = Optional.empty();
    waiting.removeIf(call -> !call.kept());
  }

  public void answered(String id, JsonNode payload) {
    take(id).ifPresent(call -> call.answered().accept(payload));
    sendNext();
  }

  public void refused(String id, String code, String description) {
    Optional<Waiting> call = take(id);
    call.ifPresent(
        refused -> {
          LOG.log(Level.WARNING, "{0} was refused: {1} {2}", refused.action(), code, description);
          if (refused.kept() && refused.attempts() + 1 < MOST_ATTEMPTS) {
            waiting.addFirst(refused.again());
          }
        });
    sendNext();
  }

  private Optional<Waiting> take(String id) {
    Optional<Outstanding> mine = outstanding.filter(open -> open.id().equals(id));
    mine.ifPresent(
        open -> {
          open.timeout().cancel();
          outstanding = Optional.empty();
        });
    return mine.map(Outstanding::call);
  }

  private void sendNext() {
    while (registered && outstanding.isEmpty() && !waiting.isEmpty()) {
      sendFirst();
    }
  }

  private void sendFirst() {
    Waiting call = waiting.removeFirst();
    call.payload()
        .get()
        .ifPresent(
            payload -> {
              String id = UUID.randomUUID().toString();
              WorldThread.Planned timeout =
                  world.after(
                      PATIENCE, () -> linkIsDead.accept(call.action() + " was not answered"));
              outstanding = Optional.of(new Outstanding(id, call, timeout));
              wire.accept(Json.write(new Frame.Call(id, call.action(), payload)));
            });
  }
}
