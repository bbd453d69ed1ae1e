package dev.headroom.cli.chaos;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C: what is on ends where it is, and the verdict of what was done is said before the process
 * ends, with its status.
 */
final class Interruption implements AutoCloseable {

  /** A run looks up each half second of its own time, which is microseconds of ours. */
  private static final int PATIENCE_SECONDS = 20;

  /** 128 and the number of SIGINT, as shells say it. */
  static final int CUT_OFF = 130;

  private final CountDownLatch said = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stopAndHalt, "stop");
  private volatile boolean stopped;
  private volatile int status = CUT_OFF;

  Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  boolean stopped() {
    return stopped;
  }

  /** All is said; this is the status. */
  int end(int with) {
    status = with;
    return with;
  }

  private void stopAndHalt() {
    stopped = true;
    try {
      boolean inTime = said.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      Runtime.getRuntime().halt(inTime ? status : CUT_OFF);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    if (!stopped) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException stopping) {
        // The hook has begun in between; it waits for us.
      }
    }
    said.countDown();
  }
}
