package dev.headroom.trial.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where and of what something was measured: figures of another machine compare to nothing. */
public final class Surroundings {

  private Surroundings() {}

  /** Processor, Java and commit, in a line. */
  public static String line(Path root) {
    return "%s, %d processors, Java %s, commit %s"
        .formatted(
            processor(),
            Runtime.getRuntime().availableProcessors(),
            Runtime.version(),
            commit(root));
  }

  private static String processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown processor");
    } catch (IOException notLinux) {
      return System.getProperty("os.arch");
    }
  }

  private static String commit(Path root) {
    try {
      Process git =
          new ProcessBuilder("git", "describe", "--always", "--dirty")
              .directory(root.toFile())
              .start();
      String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return said.isEmpty() ? "unknown" : said;
    } catch (IOException noGit) {
      return "unknown";
    }
  }
}
