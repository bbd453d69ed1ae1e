package dev.headroom.world.broker;

import dev.headroom.world.time.Agenda;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One partition: records keep their order; each comes late, and some come twice. */
public final class Topic<T> {

  /** Takes records with their offsets. */
  @FunctionalInterface
  public interface Reader<T> {
    void read(long offset, T entry);
  }

  private static final int MOST_DELAY_MILLIS = 60;
  private static final int ONE_IN_COMES_TWICE = 50;

  private final Agenda agenda;
  private final SplittableRandom random;
  private final List<Reader<T>> readers = new ArrayList<>();
  private Instant lastArrival;
  private long offset;

  public Topic(Agenda agenda, SplittableRandom random) {
    this.agenda = agenda;
    this.random = random;
    this.lastArrival = agenda.now();
  }

  public void subscribe(Reader<T> reader) {
    readers.add(reader);
  }

  /** Appends a record and says its offset, as an acknowledged write does. */
  public long append(T entry) {
    long at = ++offset;
    Instant arrival = agenda.now().plus(Duration.ofMillis(random.nextInt(1, MOST_DELAY_MILLIS)));
    lastArrival = arrival.isBefore(lastArrival) ? lastArrival : arrival;
    int times = random.nextInt(ONE_IN_COMES_TWICE) == 0 ? 2 : 1;
    for (int i = 0; i < times; i++) {
      agenda.at(lastArrival, () -> readers.forEach(reader -> reader.read(at, entry)));
    }
    return at;
  }
}
