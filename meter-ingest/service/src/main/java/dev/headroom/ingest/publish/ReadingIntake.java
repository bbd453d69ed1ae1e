package dev.headroom.ingest.publish;

import dev.headroom.core.reading.MeterReading;
import dev.headroom.ingest.reading.MeterIdentity;
import dev.headroom.ingest.reading.Outcome;
import dev.headroom.ingest.reading.PackReader;
import dev.headroom.ingest.reading.RefusedReading;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes a pack of a meter that has proved who it is; knows nothing of how it came. */
public final class ReadingIntake {

  private final PackReader reader;
  private final MeterLanes lanes;
  private final InstantSource clock;

  public ReadingIntake(PackReader reader, MeterLanes lanes, InstantSource clock) {
    this.reader = reader;
    this.lanes = lanes;
    this.clock = clock;
  }

  /** Never fails and never waits; done when it is known what became of the pack. */
  public CompletionStage<Outcome> accept(MeterIdentity identity, byte[] pack) {
    Instant receivedAt = clock.instant();
    List<MeterReading> readings;
    try {
      readings = reader.read(identity, pack, receivedAt);
    } catch (RefusedReading refused) {
      return CompletableFuture.completedFuture(refused.outcome());
    }
    return lanes.submit(identity, readings, receivedAt);
  }
}
