package dev.headroom.simulator.run;

import dev.headroom.simulator.arrivals.RunningReplay;
import java.time.Instant;
import java.util.Locale;

/** How far a replay of recorded sessions is, and what it served. */
public record SessionProgress(RunningReplay running, Instant now, Tally tally) {

  /** The recorded instant that is played now. */
  public Instant recordedAt() {
    return running.replay().recorded(now, running.start());
  }

  public int planned() {
    return running.placement().placed();
  }

  /** Sessions that found every EVSE of their site taken. */
  public int turnedAway() {
    return running.placement().turnedAway();
  }

  /** Everybody has come and gone. */
  public boolean over() {
    return tally.ended() + tally.missed() == planned();
  }

  /** What drivers asked for so far, in the recording's kWh. */
  public double askedKilowattHours() {
    return recordedKilowattHours(tally.askedWattHours());
  }

  /** What they got of it, in the recording's kWh. */
  public double servedKilowattHours() {
    return recordedKilowattHours(tally.servedWattHours());
  }

  private double recordedKilowattHours(long wattHours) {
    return wattHours * running.replay().speed() / 1000;
  }

  String summary() {
    return String.format(
        Locale.ROOT,
        "recorded sessions are over: %d begun, %d found no free EVSE, %.1f of %.1f kWh served",
        tally.begun(),
        turnedAway() + tally.missed(),
        servedKilowattHours(),
        askedKilowattHours());
  }
}
