package dev.headroom.cli.machine;

/** Something on this machine, or in the options, must change first; the message says what. */
public final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1;

  public CannotStart(String message) {
    super(message);
  }
}
