package dev.headroom.cli.simulate;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Two real garages: our descriptions of them, and what others published beside the project. */
public final class Garages {

  private static final Path ROOT =
      Path.of(System.getProperty("headroom.root", "../..")).toAbsolutePath().normalize();

  private Garages() {}

  /** Of {@code caltech-garage} or {@code jpl-garage}. */
  public static Path site(String name) {
    return ROOT.resolve("deploy/examples").resolve(name).resolve(name + ".yaml");
  }

  /** A published file; the test is skipped where nobody has put it. */
  public static Path published(String name) {
    Path file = ROOT.resolve("../shared/data/ev-sessions").resolve(name).normalize();
    assumeTrue(Files.exists(file), file + " is absent: other people's data is not in the project");
    return file;
  }
}
