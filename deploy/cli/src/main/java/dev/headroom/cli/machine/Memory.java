package dev.headroom.cli.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * How much memory may still be taken, in bytes: what the kernel says, and what the container's
 * limit leaves (cgroup v2). Empty where neither can be read.
 */
public record Memory(Path root) {
  private static final Pattern AVAILABLE =
      Pattern.compile("^MemAvailable:\\s+(\\d+) kB$", Pattern.MULTILINE);
  private static final Pattern CACHE = Pattern.compile("^inactive_file (\\d+)$", Pattern.MULTILINE);

  public static Memory ofThisMachine() {
    return new Memory(Path.of("/"));
  }

  public OptionalLong availableBytes() {
    OptionalLong kernel = number(AVAILABLE, "proc/meminfo");
    OptionalLong container = containerBytes();
    if (kernel.isEmpty()) {
      return container;
    }
    long bytes = kernel.getAsLong() * 1024;
    return OptionalLong.of(Math.min(bytes, container.orElse(bytes)));
  }

  /**
   * Passes when at least {@code wantedBytes} can be had, or when nobody knows.
   *
   * @throws CannotStart saying how much there is
   */
  public void require(long wantedBytes) {
    availableBytes()
        .ifPresent(
            available -> {
              if (available < wantedBytes) {
                throw new CannotStart(
                    "short of memory: %d MB available, about %d MB needed. Stop something large,"
                            .formatted(available >> 20, wantedBytes >> 20)
                        + " or raise the container's limit.");
              }
            });
  }

  /** The limit less what is taken; cached files do not count, the kernel gives them up. */
  private OptionalLong containerBytes() {
    var digits = Pattern.compile("^(\\d+)$", Pattern.MULTILINE);
    OptionalLong limit = number(digits, "sys/fs/cgroup/memory.max");
    OptionalLong taken = number(digits, "sys/fs/cgroup/memory.current");
    if (limit.isEmpty() || taken.isEmpty()) {
      return OptionalLong.empty();
    }
    long cached = number(CACHE, "sys/fs/cgroup/memory.stat").orElse(0);
    return OptionalLong.of(limit.getAsLong() - taken.getAsLong() + cached);
  }

  private OptionalLong number(Pattern pattern, String file) {
    try {
      var found = pattern.matcher(Files.readString(root.resolve(file)));
      return found.find() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
    } catch (IOException absent) {
      return OptionalLong.empty();
    }
  }
}
