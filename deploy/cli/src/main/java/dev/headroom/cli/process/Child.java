package dev.headroom.cli.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running child: it ends when its standard input closes, and writes its output to a file. */
public final class Child {
  private final String name;
  private final Process process;
  private final Path log;

  private Child(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  public static Child start(String name, JvmCommand command, Path log) {
    var builder =
        new ProcessBuilder(command.line())
            .directory(command.directory().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(command.environment());
    try {
      return new Child(name, builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name, e);
    }
  }

  public String name() {
    return name;
  }

  public Path log() {
    return log;
  }

  public long pid() {
    return process.pid();
  }

  public boolean alive() {
    return process.isAlive();
  }

  /** Completes with this child once it has ended. */
  public CompletableFuture<Child> ended() {
    return process.onExit().thenApply(process -> this);
  }

  public int exitStatus() {
    return process.exitValue();
  }

  /** The last lines it wrote; bytes that are no text show as replacement characters. */
  public List<String> lastLines(int count) {
    try {
      var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      return lines.subList(Math.max(0, lines.size() - count), lines.size());
    } catch (IOException e) {
      return List.of("(cannot read " + log + ": " + e.getMessage() + ")");
    }
  }

  /** Asks it to end; returns at once. */
  public void askToEnd() {
    try {
      process.getOutputStream().close();
    } catch (IOException alreadyGone) {
      process.destroy();
    }
  }

  /** Waits for its end, and kills it when that takes longer than {@code patience}. */
  public void awaitEnd(Duration patience) throws InterruptedException {
    try {
      process.onExit().get(Math.max(0, patience.toMillis()), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      process.destroyForcibly().waitFor();
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot wait for " + name, e);
    }
  }

  /** Ends it without a word, as a crash would. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
