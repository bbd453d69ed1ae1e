package dev.headroom.trial.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that signals can be sent to. It ends when its standard input closes. */
public final class Part {

  private final String name;
  private final Process process;
  private final Path log;

  Part(String name, List<String> command, Path directory, Path log) {
    this.name = name;
    this.log = log;
    try {
      process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name, e);
    }
  }

  public String name() {
    return name;
  }

  public boolean alive() {
    return process.isAlive();
  }

  /** SIGTERM, as Kubernetes asks a pod to end. */
  public void terminate() {
    signal("TERM");
  }

  /** SIGKILL, as a crash. */
  public void kill() {
    signal("KILL");
  }

  /** SIGSTOP: it does nothing and holds its sockets, as a virtual machine that is paused. */
  public void freeze() {
    signal("STOP");
  }

  /** SIGCONT. */
  public void wake() {
    signal("CONT");
  }

  /** Waits for its end; a process that takes longer is killed. */
  public void awaitEnd(Duration patience) throws InterruptedException {
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  /** Resident memory, in bytes. */
  public long residentBytes() {
    try {
      return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException gone) {
      return 0;
    }
  }

  /** Processor time it has taken since it began. */
  public Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Heap in use after a full collection, in bytes. */
  public long liveHeapBytes() throws IOException {
    jcmd("GC.run");
    return jcmd("GC.heap_info")
        .lines()
        .filter(line -> line.contains("used ") && line.contains("total"))
        .mapToLong(line -> Long.parseLong(line.replaceAll(".*?used (\\d+)K.*", "$1")) * 1024)
        .sum();
  }

  private String jcmd(String command) throws IOException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process asked = new ProcessBuilder(jcmd, Long.toString(process.pid()), command).start();
    return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** How often its log says this. */
  public long said(String text) {
    try (var lines = Files.lines(log, StandardCharsets.UTF_8)) {
      return lines.filter(line -> line.contains(text)).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void signal(String signal) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
          .inheritIO()
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
