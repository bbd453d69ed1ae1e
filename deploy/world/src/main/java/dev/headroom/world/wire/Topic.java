package dev.headroom.world.wire;

import dev.headroom.world.time.Agenda;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * One partition of a topic, as Kafka promises it: the broker gives offsets as records arrive, every
 * reader sees them in that order, late, and now and then the last few again (at least once).
 *
 * @param <T> what its records hold
 */
public final class Topic<T> {

  /** A record at its offset, from 1. */
  public record Entry<T>(long offset, String key, T value) {}

  private static final Pipe.Delay FROM_BROKER = new Pipe.Delay(1, 60);
  private static final int ONE_IN_READS_AGAIN = 500;
  private static final int READ_AGAIN = 5;
  private static final int KEPT_PER_KEY = 64;

  private final Agenda agenda;
  private final SplittableRandom random;
  private final List<Pipe<Entry<T>>> readers = new ArrayList<>();
  private final List<Consumer<Entry<T>>> onlookers = new ArrayList<>();
  private final Map<String, Deque<Entry<T>>> log = new LinkedHashMap<>();
  private final Deque<Entry<T>> recent = new ArrayDeque<>();
  private long offset;

  public Topic(Agenda agenda, SplittableRandom random) {
    this.agenda = agenda;
    this.random = random;
  }

  /** Reads what is on record of each key, and then all that comes. */
  public Pipe<Entry<T>> subscribe(Consumer<Entry<T>> reader) {
    Pipe<Entry<T>> pipe = new Pipe<>(agenda, random.split(), FROM_BROKER, reader);
    log.values().forEach(entries -> pipe.send(entries.getLast()));
    readers.add(pipe);
    return pipe;
  }

  /** Is told of each record as the broker has it: no process, but who looks on. */
  public void watch(Consumer<Entry<T>> onlooker) {
    onlookers.add(onlooker);
  }

  /** Reads no more. */
  public void unsubscribe(Pipe<Entry<T>> pipe) {
    pipe.close();
    readers.remove(pipe);
  }

  /** A record reaches the broker. */
  Entry<T> append(String key, T value) {
    Entry<T> entry = new Entry<>(++offset, key, value);
    Deque<Entry<T>> ofKey = log.computeIfAbsent(key, _ -> new ArrayDeque<>());
    ofKey.add(entry);
    if (ofKey.size() > KEPT_PER_KEY) {
      ofKey.remove();
    }
    recent.add(entry);
    if (recent.size() > READ_AGAIN) {
      recent.remove();
    }
    readers.forEach(reader -> deliver(reader, entry));
    onlookers.forEach(onlooker -> onlooker.accept(entry));
    return entry;
  }

  private void deliver(Pipe<Entry<T>> reader, Entry<T> entry) {
    reader.send(entry);
    if (random.nextInt(ONE_IN_READS_AGAIN) == 0) {
      recent.forEach(reader::send);
    }
  }

  /** The last record of a key before an offset. */
  public Optional<Entry<T>> lastBefore(String key, long before) {
    return log.getOrDefault(key, new ArrayDeque<>()).stream()
        .filter(entry -> entry.offset() < before)
        .reduce((_, later) -> later);
  }
}
