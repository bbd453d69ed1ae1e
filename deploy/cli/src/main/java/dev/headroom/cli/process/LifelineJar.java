package dev.headroom.cli.process;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The class path entry by which a child finds its {@link Lifeline} and nothing else of ours. */
public record LifelineJar(Path path) {
  private static final String NAME = "headroom-cli-lifeline.jar";

  /** The jar beside this launcher's own; in a checkout's tests, the directory of its classes. */
  public static LifelineJar find() {
    Path own = ownClasses();
    return new LifelineJar(Files.isRegularFile(own) ? own.resolveSibling(NAME) : own);
  }

  private static Path ownClasses() {
    try {
      return Path.of(LifelineJar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("this class was not loaded from a file", e);
    }
  }
}
