package dev.headroom.trial.gateway;

import dev.headroom.trial.report.Samples;
import java.time.Duration;

/** Durations measured by several threads. */
final class Timings {

  private Samples samples = new Samples();

  synchronized void add(long nanos) {
    samples.add(Duration.ofNanos(nanos));
  }

  /** What was measured since it was last taken. */
  synchronized Samples take() {
    Samples taken = samples;
    samples = new Samples();
    return taken;
  }
}
