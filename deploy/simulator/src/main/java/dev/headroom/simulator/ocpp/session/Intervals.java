package dev.headroom.simulator.ocpp.session;

import java.time.Duration;

/** How often a station speaks unasked; the central system sets it. */
public interface Intervals {

  /** Between two samples in a transaction; zero for none. */
  Duration sample();

  /** Between two heartbeats; above zero. */
  Duration heartbeat();

  /** As the answer to a boot says. */
  void heartbeatEvery(Duration interval);
}
