package dev.headroom.trial.process;

/** Waiting for threads that were told to end. */
public final class Threads {

  private static final long PATIENCE_MILLIS = 5000;

  private Threads() {}

  /** Waits for its end, though not for ever. */
  public static void join(Thread thread) {
    try {
      thread.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
