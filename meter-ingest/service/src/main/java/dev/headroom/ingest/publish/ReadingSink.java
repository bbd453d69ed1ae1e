package dev.headroom.ingest.publish;

import dev.headroom.core.reading.MeterReading;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Where readings go. */
public interface ReadingSink {

  /**
   * Hands over without waiting; packs handed over one after the other keep their order.
   *
   * @return done when the broker has acknowledged all of them, or failed when it did not in time
   */
  CompletionStage<Void> send(List<MeterReading> pack);
}
