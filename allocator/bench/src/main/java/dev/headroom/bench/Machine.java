package dev.headroom.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Where it was measured. */
final class Machine {

  private Machine() {}

  static String described() throws IOException, InterruptedException {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return String.format(
        Locale.ROOT,
        "%s, %d processors, load %.1f; Java %s; commit %s",
        processor(),
        system.getAvailableProcessors(),
        system.getSystemLoadAverage(),
        Runtime.version(),
        commit());
  }

  private static String processor() throws IOException {
    Path known = Path.of("/proc/cpuinfo");
    if (!Files.exists(known)) {
      return System.getProperty("os.arch");
    }
    try (var lines = Files.lines(known)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    }
  }

  private static String commit() throws IOException, InterruptedException {
    Process git = new ProcessBuilder("git", "describe", "--always", "--dirty").start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
    return git.waitFor() == 0 ? said : "unknown";
  }
}
