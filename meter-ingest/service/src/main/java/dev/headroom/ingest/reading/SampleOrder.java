package dev.headroom.ingest.reading;

import dev.headroom.core.reading.MeterReading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Lets a meter's samples pass in their order only (S4): neither the sequence nor the time may go
 * backwards. A meter that restarts its counter or sets back its clock is heard again once nothing
 * of it has passed for {@code memory}; by then it counts as stale anyway. Not thread-safe.
 */
public final class SampleOrder {

  private final Duration memory;
  private Optional<Passed> latest = Optional.empty();

  public SampleOrder(Duration memory) {
    this.memory = memory;
  }

  /** Passes the pack and remembers it, or says what is wrong. */
  public Optional<String> pass(List<MeterReading> pack, Instant receivedAt) {
    Optional<Passed> before = latest.filter(it -> it.isRemembered(receivedAt, memory));
    for (MeterReading reading : pack) {
      Optional<String> wrong = before.flatMap(it -> it.contradicts(reading));
      if (wrong.isPresent()) {
        return wrong;
      }
      before = Optional.of(Passed.of(reading));
    }
    latest = before;
    return Optional.empty();
  }

  /** The broker never got this pack: its meter may send the last sample again. */
  public void undelivered(List<MeterReading> pack) {
    latest =
        latest.map(
            it -> it.isOf(pack.getLast()) ? new Passed(it.sequence, it.at, it.received, true) : it);
  }

  /** Whether a meter last heard at this time starts afresh. */
  public boolean forgotten(Instant now) {
    return latest.filter(it -> it.isRemembered(now, memory)).isEmpty();
  }

  private record Passed(OptionalLong sequence, Instant at, Instant received, boolean mayRepeat) {

    static Passed of(MeterReading reading) {
      return new Passed(reading.sequence(), reading.measuredAt(), reading.receivedAt(), false);
    }

    boolean isRemembered(Instant now, Duration memory) {
      return now.isBefore(received.plus(memory));
    }

    boolean isOf(MeterReading reading) {
      return sequence.equals(reading.sequence()) && at.equals(reading.measuredAt());
    }

    Optional<String> contradicts(MeterReading next) {
      if (mayRepeat && isOf(next)) {
        return Optional.empty();
      }
      if (next.measuredAt().isBefore(at)) {
        return Optional.of("measured at " + next.measuredAt() + ", after one of " + at);
      }
      if (sequence.isPresent()
          && next.sequence().isPresent()
          && next.sequence().getAsLong() <= sequence.getAsLong()) {
        return Optional.of(
            "sequence " + next.sequence().getAsLong() + " after " + sequence.getAsLong());
      }
      return Optional.empty();
    }
  }
}
