package dev.headroom.gateway.credential;

import at.favre.lib.crypto.bcrypt.BCrypt;
import dev.headroom.gateway.config.GatewayConfig;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes passwords with bcrypt on threads of its own, away from sockets and limits. What it has no
 * room for, or no time, fails with {@link RejectedExecutionException}.
 */
@ApplicationScoped
public class Passwords {

  /** OCPP security profile 1: a password has 16 to 40 characters. */
  public static final int SHORTEST = 16;

  public static final int LONGEST = 40;

  private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors() / 2);
  private static final int WAITING = 20_000;

  /** Whoever asked has given up by then, and comes again: work for nobody would keep all out. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ThreadPoolExecutor workers =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          10,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          Thread.ofPlatform().name("bcrypt-", 0).daemon().factory());

  private final int cost;
  private final byte[] nobodysHash;

  Passwords(GatewayConfig config) {
    workers.allowCoreThreadTimeOut(true);
    this.cost = config.credentials().bcryptCost();
    this.nobodysHash = hashNow("nobody has this password");
  }

  public CompletionStage<String> hash(String password) {
    return onWorker(() -> new String(hashNow(password), StandardCharsets.US_ASCII));
  }

  /**
   * Whether the password belongs to the hash. Without a hash the answer is no, after the same work,
   * so that its time does not tell which stations exist.
   */
  public CompletionStage<Boolean> verify(String password, Optional<String> hash) {
    return onWorker(
        () -> {
          byte[] expected =
              hash.map(text -> text.getBytes(StandardCharsets.US_ASCII)).orElse(nobodysHash);
          boolean same = BCrypt.verifyer().verify(bytes(password), expected).verified;
          return same && hash.isPresent();
        });
  }

  private byte[] hashNow(String password) {
    return BCrypt.withDefaults().hash(cost, bytes(password));
  }

  private static byte[] bytes(String password) {
    return password.getBytes(StandardCharsets.UTF_8);
  }

  private <T> CompletionStage<T> onWorker(Supplier<T> work) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      return CompletableFuture.supplyAsync(() -> inTime(work, deadline), workers);
    } catch (RejectedExecutionException full) {
      return CompletableFuture.failedStage(full);
    }
  }

  private static <T> T inTime(Supplier<T> work, long deadlineNanos) {
    if (System.nanoTime() - deadlineNanos > 0) {
      throw new RejectedExecutionException("too many passwords at once");
    }
    return work.get();
  }

  @PreDestroy
  void stop() {
    workers.shutdownNow();
  }
}
