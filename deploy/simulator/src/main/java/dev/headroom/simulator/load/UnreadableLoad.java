package dev.headroom.simulator.load;

/** A load file that means nothing; the message names file, line and what is expected. */
public final class UnreadableLoad extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableLoad(String message) {
    super(message);
  }

  UnreadableLoad(String message, Throwable cause) {
    super(message, cause);
  }
}
