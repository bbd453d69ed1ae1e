package dev.headroom.allocator.directory;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches a directory of site files on a thread of its own: at once when the file system tells of a
 * change, and every so often in case it does not (network shares, replaced links).
 */
public final class SitesDirectory implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SitesDirectory.class);

  /** Files are often written in several steps; read when no more comes for this long. */
  private static final Duration QUIET = Duration.ofMillis(150);

  private final Path directory;
  private final Duration rescan;
  private final SiteFiles files;
  private final WatchService changes;
  private final Thread thread;

  /**
   * Does not watch yet.
   *
   * @throws IOException if it is no directory that can be read
   */
  public SitesDirectory(Path directory, Duration rescan, SiteFiles files) throws IOException {
    this.directory = directory;
    this.rescan = rescan;
    this.files = files;
    this.changes = directory.getFileSystem().newWatchService();
    directory.register(
        changes,
        StandardWatchEventKinds.ENTRY_CREATE,
        StandardWatchEventKinds.ENTRY_MODIFY,
        StandardWatchEventKinds.ENTRY_DELETE);
    this.thread = Thread.ofPlatform().name("sites-directory").daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  private void run() {
    try {
      while (true) {
        scan();
        awaitChange();
      }
    } catch (ClosedWatchServiceException closed) {
      LOG.debug("{} is no longer watched", directory);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void scan() {
    try {
      files.scan();
    } catch (IOException | RuntimeException e) {
      LOG.error("sites directory {} cannot be read now", directory, e);
    }
  }

  private void awaitChange() throws InterruptedException {
    WatchKey key = changes.poll(rescan.toMillis(), TimeUnit.MILLISECONDS);
    while (key != null) {
      key.pollEvents();
      key.reset();
      key = changes.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void close() {
    try {
      changes.close();
    } catch (IOException e) {
      LOG.warn("{} is still watched", directory, e);
    }
    thread.interrupt();
  }
}
