package dev.headroom.cli.work;

import dev.headroom.cli.machine.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The directory of {@code up --data}: one {@code up} at a time, by a lock that the kernel releases
 * even when that is killed. The lock's file names the process until it stops in order.
 */
public final class DataDirectory implements WorkDirectory {
  private static final String LOCK = "lock";

  /** How long the PostgreSQL of a killed launcher may take to end by itself. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Path path;
  private final FileChannel lock;
  private final boolean interrupted;
  private Layout layout;

  private DataDirectory(Path path, FileChannel lock, boolean interrupted, Layout layout) {
    this.path = path;
    this.lock = lock;
    this.interrupted = interrupted;
    this.layout = layout;
  }

  /**
   * Takes the directory for this process, and makes it when it is not there.
   *
   * @throws CannotStart when another has it, or when what is in it is not ours to use
   */
  public static DataDirectory open(Path given) {
    Path path = given.toAbsolutePath().normalize();
    try {
      make(path);
      requireOurs(path);
      FileChannel lock = lock(path);
      try {
        return opened(path, lock);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new CannotStart("--data: cannot use " + path + ": " + e);
    }
  }

  private static DataDirectory opened(Path path, FileChannel lock) throws IOException {
    boolean interrupted = lock.size() > 0;
    Layout layout = Files.exists(path.resolve(Layout.FILE)) ? Layout.read(path) : Layout.fresh();
    layout.write(path);
    Postmaster.of(path.resolve("postgres")).end(PATIENCE);
    var directory = new DataDirectory(path, lock, interrupted, layout);
    directory.startLogs();
    lock.truncate(0);
    lock.write(
        ByteBuffer.wrap(
            Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
        0);
    return directory;
  }

  /** Secrets lie in it: nobody else may look. */
  private static void make(Path path) throws IOException {
    if (!Files.exists(path)) {
      Files.createDirectories(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  private static void requireOurs(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      throw new CannotStart("--data: " + path + " is no directory");
    }
    if (Files.exists(path.resolve(Layout.FILE)) || Files.exists(path.resolve(LOCK))) {
      return;
    }
    try (var entries = Files.list(path)) {
      if (entries.findAny().isPresent()) {
        throw new CannotStart(
            "--data: %s holds something else; name a new directory or an empty one"
                .formatted(path));
      }
    }
  }

  private static FileChannel lock(Path path) throws IOException {
    Path file = path.resolve(LOCK);
    var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException inThisProcess) {
      // As taken as by any other.
    }
    channel.close();
    throw new CannotStart(
        "--data: %s is in use by another 'up' (process %s); stop that one, or name another directory"
            .formatted(path, Files.readString(file)));
  }

  /** The last run's logs stay until the next start. */
  private void startLogs() throws IOException {
    Path previous = path.resolve("logs.previous");
    if (Files.exists(logs())) {
      FileTree.delete(previous);
      Files.move(logs(), previous);
    }
    Files.createDirectory(logs());
  }

  /** Whether the last {@code up} here did not stop in order; its children may still be ending. */
  public boolean interrupted() {
    return interrupted;
  }

  /**
   * How many partitions the topics here have, from their first start on.
   *
   * @param wanted what was asked for
   * @throws CannotStart when that is another number than they have
   */
  public int partitions(OptionalInt wanted, int usual) {
    int count = layout.partitions().orElse(wanted.orElse(usual));
    if (wanted.isPresent() && wanted.getAsInt() != count) {
      throw new CannotStart(
          "--topics-partitions %d: the topics in %s have %d, and a site cannot move between them"
              .formatted(wanted.getAsInt(), path, count));
    }
    layout = layout.withBroker(count);
    try {
      layout.write(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write in " + path, e);
    }
    return count;
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public boolean kept() {
    return true;
  }

  @Override
  public void close() {
    try (lock) {
      lock.truncate(0);
    } catch (IOException e) {
      System.getLogger(DataDirectory.class.getName())
          .log(System.Logger.Level.WARNING, "releasing " + path, e);
    }
  }

  /** The directory of {@code --data}, or a temporary one. */
  public static WorkDirectory orTemporary(Optional<Path> data, Path parent) {
    return data.<WorkDirectory>map(DataDirectory::open)
        .orElseGet(() -> TemporaryDirectory.create(parent));
  }
}
