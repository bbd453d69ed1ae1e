package dev.headroom.cli.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where one {@code up} keeps its files. */
public sealed interface WorkDirectory extends AutoCloseable
    permits TemporaryDirectory, DataDirectory {

  Path path();

  /** Whether what is in it is there again at the next start, even after the machine failed. */
  boolean kept();

  /** Ends the use of it. */
  @Override
  void close();

  default Path logs() {
    return path().resolve("logs");
  }

  /** The broker's log. */
  default Path kafka() {
    return subdirectory("kafka");
  }

  /** The database's files. */
  default Path postgres() {
    return subdirectory("postgres");
  }

  /** What devices are let in with; nobody else may look. */
  default Path secrets() {
    Path directory = subdirectory("secrets");
    try {
      return Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + directory + " to others", e);
    }
  }

  default Path subdirectory(String name) {
    try {
      return Files.createDirectories(path().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create a directory in " + path(), e);
    }
  }
}
