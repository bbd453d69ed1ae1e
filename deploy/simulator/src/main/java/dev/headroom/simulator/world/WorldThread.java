package dev.headroom.simulator.world;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One thread for all that is simulated: actors, protocol clients and control requests, so that none
 * of them needs a lock. What fails here is logged and the world goes on.
 */
public final class WorldThread implements AutoCloseable {

  /** Work to come that may no longer be wanted. */
  public interface Planned {
    void cancel();
  }

  private static final System.Logger LOG = System.getLogger(WorldThread.class.getName());

  private final ScheduledExecutorService thread;
  private final Clock clock;
  private final AtomicReference<Instant> latest;

  public WorldThread(Clock clock) {
    this.clock = clock;
    this.latest = new AtomicReference<>(clock.instant());
    ScheduledThreadPoolExecutor one =
        new ScheduledThreadPoolExecutor(
            1, task -> Thread.ofPlatform().daemon().name("world").unstarted(task));
    one.setRemoveOnCancelPolicy(true);
    this.thread = one;
  }

  /** The world's time: the clock's, but never going back where the clock does. */
  public Instant now() {
    return latest.accumulateAndGet(
        clock.instant(), (before, now) -> now.isAfter(before) ? now : before);
  }

  /** Soon, on the world's thread; nothing once the world has ended. */
  public void execute(Runnable work) {
    try {
      thread.execute(guarded(work));
    } catch (RejectedExecutionException e) {
      LOG.log(Level.DEBUG, "the world has ended", e);
    }
  }

  public Planned after(Duration delay, Runnable work) {
    var planned = thread.schedule(guarded(work), delay.toMillis(), TimeUnit.MILLISECONDS);
    return () -> planned.cancel(false);
  }

  public Planned every(Duration first, Duration period, Runnable work) {
    var planned =
        thread.scheduleAtFixedRate(
            guarded(work), first.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    return () -> planned.cancel(false);
  }

  /** Runs on the world's thread and waits; what it throws comes out here. */
  public <T> T call(Callable<T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    thread.execute(
        () -> {
          try {
            answer.complete(question.call());
          } catch (Exception e) {
            answer.completeExceptionally(e);
          }
        });
    try {
      return answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private static Runnable guarded(Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "the simulated world stumbled and goes on", e);
      }
    };
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
