package dev.headroom.cli.up;

/** A start that came to nothing, for a reason that is not this machine's. */
public final class StartFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  StartFailed(String message) {
    super(message);
  }
}
