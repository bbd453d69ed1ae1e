package dev.headroom.ingest.reading;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.reading.MeterReading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Packs of one reading for tests. */
public final class Readings {

  public static final Instant START = Instant.parse("2026-11-22T13:00:00Z");
  public static final MeterIdentity MAIN = new MeterIdentity("demo-1", "main");

  private Readings() {}

  /** The given sequence, measured and received that many seconds after the start. */
  public static List<MeterReading> numbered(long sequence) {
    return at(OptionalLong.of(sequence), sequence);
  }

  public static List<MeterReading> unnumbered(long second) {
    return at(OptionalLong.empty(), second);
  }

  public static List<MeterReading> at(OptionalLong sequence, long second) {
    Instant time = START.plusSeconds(second);
    return List.of(
        new MeterReading(
            MAIN.site(),
            MAIN.meter(),
            new PerPhase(Map.of(Phase.L1, 1_000)),
            Optional.empty(),
            Optional.empty(),
            sequence,
            time,
            time));
  }
}
