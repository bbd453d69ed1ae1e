package dev.headroom.world.run;

import dev.headroom.world.time.Agenda;
import java.time.Duration;

/** A socket's two directions: frames come late, and in order. */
record Link(Agenda agenda) {

  private static final Duration DELAY = Duration.ofMillis(80);

  void down(Runnable arrival) {
    agenda.after(DELAY, arrival);
  }

  void up(Runnable arrival) {
    agenda.after(DELAY, arrival);
  }
}
