package dev.headroom.ingest.reading;

import dev.headroom.core.reading.MeterReading;
import dev.headroom.ingest.senml.MalformedSenml;
import dev.headroom.ingest.senml.SenmlJson;
import dev.headroom.ingest.senml.SenmlRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a pack as the samples of one meter, all or nothing. Several samples in a pack become
 * several readings, the oldest first, so that the newest is the last word.
 */
public final class PackReader {

  private final Duration clockTolerance;

  /**
   * A sample further away from our clock than {@code clockTolerance} is refused: readings count as
   * fresh from when they arrive, so what a meter stored during an outage must not pass for new.
   */
  public PackReader(Duration clockTolerance) {
    this.clockTolerance = clockTolerance;
  }

  /**
   * The readings in the order of their time; at least one.
   *
   * @throws RefusedReading saying what is wrong
   */
  public List<MeterReading> read(MeterIdentity identity, byte[] pack, Instant receivedAt) {
    Map<Instant, Sample> samples = new TreeMap<>();
    Set<String> prefixes = new HashSet<>();
    for (SenmlRecord record : records(pack, receivedAt)) {
      Optional<SampleName> name = SampleName.of(record.name());
      if (name.isPresent()) {
        requireOneDevice(prefixes, name.get().prefix());
        requireNear(record, receivedAt);
        samples.computeIfAbsent(record.time(), Sample::new).add(name.get(), record);
      }
    }
    if (samples.isEmpty()) {
      throw new RefusedReading(Refusal.NO_CURRENT, "no current, such as i/L1");
    }
    return samples.values().stream().map(it -> it.reading(identity, receivedAt)).toList();
  }

  private static List<SenmlRecord> records(byte[] pack, Instant receivedAt) {
    try {
      return SenmlJson.read(pack, receivedAt);
    } catch (MalformedSenml malformed) {
      throw new RefusedReading(Refusal.MALFORMED, String.valueOf(malformed.getMessage()));
    }
  }

  private static void requireOneDevice(Set<String> prefixes, String prefix) {
    prefixes.add(prefix);
    if (prefixes.size() > 1) {
      throw new RefusedReading(
          Refusal.VALUE, "a pack is of one meter, these are several: " + prefixes);
    }
  }

  private void requireNear(SenmlRecord record, Instant receivedAt) {
    Duration behind = Duration.between(record.time(), receivedAt);
    if (behind.abs().compareTo(clockTolerance) > 0) {
      throw new RefusedReading(
          Refusal.CLOCK,
          record.name()
              + " was measured "
              + behind.abs().toSeconds()
              + (behind.isNegative() ? " s ahead of our clock" : " s ago")
              + "; set the meter's clock or leave the time out");
    }
  }
}
