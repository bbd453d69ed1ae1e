package dev.headroom.world.wire;

import dev.headroom.world.time.Agenda;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;

/**
 * A process's way to the broker: records arrive in the order they were written, each is
 * acknowledged with its offset. Held, as by a partition of the network, it retries until it is let
 * go.
 */
public final class Producer {

  private static final Pipe.Delay TO_BROKER = new Pipe.Delay(1, 20);
  private static final Pipe.Delay BACK = new Pipe.Delay(1, 20);

  private final Pipe<Runnable> there;
  private final Pipe<Runnable> back;

  public Producer(Agenda agenda, SplittableRandom random) {
    there = new Pipe<>(agenda, random.split(), TO_BROKER, Runnable::run);
    back = new Pipe<>(agenda, random.split(), BACK, Runnable::run);
  }

  /** Appends a record, and does not wait for its offset. */
  public <T> void append(Topic<T> topic, String key, T value) {
    there.send(() -> topic.append(key, value));
  }

  /** Appends a record; its offset is told later. */
  public <T> void append(Topic<T> topic, String key, T value, LongConsumer acknowledged) {
    there.send(
        () -> {
          long offset = topic.append(key, value).offset();
          back.send(() -> acknowledged.accept(offset));
        });
  }

  public void hold() {
    there.hold();
    back.hold();
  }

  public void letGo() {
    there.letGo();
    back.letGo();
  }

  /** The process is no more: what it has not sent is lost, and what comes back finds nobody. */
  public void close() {
    there.close();
    back.close();
  }
}
