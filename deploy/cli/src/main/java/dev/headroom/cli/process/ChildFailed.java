package dev.headroom.cli.process;

/** A child ended that should have gone on. */
public final class ChildFailed extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int TAIL_LINES = 25;

  public ChildFailed(Child child) {
    super(
        "%s ended with status %d. The end of %s:%n%n%s"
            .formatted(
                child.name(),
                child.exitStatus(),
                child.log(),
                String.join(System.lineSeparator(), child.lastLines(TAIL_LINES)).indent(2)));
  }
}
