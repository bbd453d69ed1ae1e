package dev.headroom.trial.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A directory with so much room and no more; making one takes root. */
final class SmallDisk {

  private static final String FILLER = "filler";

  private SmallDisk() {}

  static void mount(Path directory, String size) throws IOException, InterruptedException {
    Files.createDirectories(directory);
    run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", directory.toString());
  }

  static void unmount(Path directory) throws IOException, InterruptedException {
    run("umount", directory.toString());
  }

  /** Leaves no byte. */
  static void fill(Path directory) throws IOException {
    byte[] zeros = new byte[4096];
    try (var out =
        Files.newOutputStream(
            directory.resolve(FILLER), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (true) {
        out.write(zeros);
      }
    } catch (IOException full) {
      System.out.println("  filled: " + full.getMessage());
    }
  }

  static void free(Path directory) throws IOException {
    Files.delete(directory.resolve(FILLER));
  }

  private static void run(String... command) throws IOException, InterruptedException {
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IOException(String.join(" ", command) + " ended with " + status);
    }
  }
}
