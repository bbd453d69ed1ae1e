package dev.headroom.trial.gateway;

/** What a charger says on its line. All of it happens on the line's event loop. */
interface Speaker {

  /** How it is sent. */
  interface Mouth {
    void say(String text);
  }

  /** Its line has opened. */
  void opened(Mouth mouth);

  /** It is told this. */
  void heard(String text);

  /** Its line is gone. */
  void lost();

  /**
   * Sends a sample of its meter.
   *
   * @return whether it could: not without a line, nor while an answer is awaited
   */
  boolean sample();

  /** Since when it has all that it needs of whom it talks to, by this machine's nano clock. */
  Ready ready();

  /** Read from any thread. */
  sealed interface Ready {

    /** Not yet. */
    record No() implements Ready {}

    /** Since then. */
    record Since(long nanos) implements Ready {}
  }
}
