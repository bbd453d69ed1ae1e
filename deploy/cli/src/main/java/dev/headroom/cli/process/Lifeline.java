package dev.headroom.cli.process;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;

/**
 * The first class of every child JVM: enters the main class named by its first argument and ends
 * the JVM, in order, once standard input closes. The kernel closes it even when the parent is
 * killed.
 */
public final class Lifeline {
  /** How long an orderly end may take before the JVM is halted. */
  private static final long PATIENCE_MILLIS = 10_000;

  private Lifeline() {}

  public static void main(String[] arguments) throws Throwable {
    Thread.ofPlatform().daemon().name("lifeline").start(Lifeline::endWithInput);
    var entry =
        MethodHandles.publicLookup()
            .findStatic(
                Class.forName(arguments[0]),
                "main",
                MethodType.methodType(void.class, String[].class));
    entry.invokeExact(Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  private static void endWithInput() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is ever said; only the end counts.
      }
    } catch (IOException closed) {
      // As good as the end.
    }
    Thread.ofPlatform().daemon().name("lifeline-halt").start(Lifeline::haltAfterPatience);
    System.exit(0);
  }

  private static void haltAfterPatience() {
    try {
      Thread.sleep(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }
}
