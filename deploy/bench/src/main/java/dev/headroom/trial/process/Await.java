package dev.headroom.trial.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for processes to come to something. */
public final class Await {

  private static final Duration SOON = Duration.ofMinutes(3);
  private static final long LOOK_MILLIS = 20;

  private Await() {}

  /**
   * Returns once it is so.
   *
   * @throws IllegalStateException if it is not within three minutes
   */
  public static void until(String what, BooleanSupplier wanted) throws InterruptedException {
    long deadline = System.nanoTime() + SOON.toNanos();
    while (!wanted.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("not within " + SOON + ": " + what);
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /**
   * The same of what a process is to come to.
   *
   * @throws IllegalStateException also if it has ended
   */
  public static void until(String what, Part part, BooleanSupplier wanted)
      throws InterruptedException {
    until(
        what,
        () -> {
          if (!part.alive()) {
            throw new IllegalStateException(part.name() + " has ended before " + what);
          }
          return wanted.getAsBoolean();
        });
  }
}
