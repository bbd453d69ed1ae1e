package dev.headroom.cli.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** The children of one launcher, stopped together. The end of any one is a failure until then. */
public final class Children implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(12);

  private final Path logs;
  private final List<Child> children = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Child> ended = new CompletableFuture<>();
  private volatile boolean stopping;

  /** Children whose logs go to {@code logs}, a directory. */
  public Children(Path logs) {
    this.logs = logs;
  }

  public synchronized Child start(String name, JvmCommand command) {
    if (stopping) {
      throw new IllegalStateException("no " + name + ": stopping");
    }
    var child = Child.start(name, command, logs.resolve(name + ".log"));
    children.add(child);
    var unused = child.ended().thenAccept(ended::complete);
    return child;
  }

  /** Completes with the first child that ended, for whatever reason. */
  public CompletableFuture<Child> firstEnded() {
    return ended;
  }

  /**
   * Passes while all are alive.
   *
   * @throws ChildFailed naming the first that is not, unless they are being stopped
   */
  public void check() {
    if (!stopping && ended.isDone()) {
      throw new ChildFailed(ended.join());
    }
  }

  /** Ends the youngest first, since it depends on the others; all within twelve seconds. */
  @Override
  public void close() {
    synchronized (this) {
      stopping = true;
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    children.reversed().forEach(Child::askToEnd);
    try {
      for (Child child : children.reversed()) {
        child.awaitEnd(Duration.ofNanos(deadline - System.nanoTime()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
