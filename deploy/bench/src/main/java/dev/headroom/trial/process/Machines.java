package dev.headroom.trial.process;

import dev.headroom.cli.process.Lifeline;
import dev.headroom.cli.process.LifelineJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Starts the broker, allocators and gateways as processes and ends them all. */
public final class Machines implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final String QUARKUS = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";
  private static final List<String> FLAGS =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final Path root;
  private final Path directory;
  private final List<Part> parts = new ArrayList<>();
  private final int brokerPort = freePort();

  /**
   * Nothing runs yet.
   *
   * @param root the checkout, with the services packaged
   * @param directory for logs and data
   */
  public Machines(Path root, Path directory) {
    this.root = root;
    this.directory = directory;
  }

  public Path directory() {
    return directory;
  }

  public String servers() {
    return "127.0.0.1:" + brokerPort;
  }

  /** A broker on the same port and data each time. */
  public Part broker(Path data, List<String> jvm, String... settings) {
    List<String> arguments = new ArrayList<>(List.of(Integer.toString(brokerPort)));
    arguments.add(data.toString());
    arguments.addAll(List.of(settings));
    return main(BrokerMain.class, jvm, arguments.toArray(String[]::new));
  }

  /** Whether something listens where the broker does. */
  public boolean brokerAnswers() {
    try (var socket = new Socket("127.0.0.1", brokerPort)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** A packaged allocator on any free port. */
  public Part allocator(String name, int port, List<String> jvm, Map<String, String> settings) {
    Map<String, String> all = new TreeMap<>();
    all.put("headroom.allocator.instance", name);
    all.put("headroom.allocator.state-directory", directory.resolve("state-" + name).toString());
    all.putAll(settings);
    return packaged("allocator/service", name, port, jvm, all);
  }

  /** A packaged gateway; its database is told in its settings. */
  public Part gateway(String name, int port, List<String> jvm, Map<String, String> settings) {
    return packaged("evse-gateway/service", name, port, jvm, settings);
  }

  private Part packaged(
      String module, String name, int port, List<String> jvm, Map<String, String> settings) {
    Path application = root.resolve(module).resolve("target/quarkus-app");
    if (!Files.exists(application.resolve("quarkus-run.jar"))) {
      throw new IllegalStateException("not packaged: " + application);
    }
    Map<String, String> all = new TreeMap<>();
    all.put("kafka.bootstrap.servers", servers());
    all.put("quarkus.http.host", "127.0.0.1");
    all.put("quarkus.http.port", Integer.toString(port));
    all.put("headroom.topics.replication", "1");
    all.putAll(settings);
    List<String> command = java(jvm);
    all.forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.addAll(List.of("-cp", "quarkus-run.jar:" + lifeline()));
    command.addAll(List.of(Lifeline.class.getName(), QUARKUS));
    return start(name, command, application);
  }

  /** A class of ours in a process of its own. */
  public Part main(Class<?> entry, List<String> jvm, String... arguments) {
    List<String> command = java(jvm);
    command.addAll(List.of("-cp", classPath()));
    command.addAll(List.of(Lifeline.class.getName(), entry.getName()));
    command.addAll(List.of(arguments));
    return start(entry.getSimpleName(), command, Path.of("").toAbsolutePath());
  }

  private Part start(String name, List<String> command, Path in) {
    Part part = new Part(name, command, in, directory.resolve(name + ".log"));
    parts.add(part);
    return part;
  }

  private static List<String> java(List<String> jvm) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(jvm);
    return command;
  }

  /** Without the launcher, whose jar names all these a second time. */
  private static String classPath() {
    String separator = System.getProperty("path.separator");
    String ours =
        Arrays.stream(System.getProperty("java.class.path").split(separator))
            .filter(entry -> !entry.endsWith("headroom-cli.jar"))
            .collect(Collectors.joining(separator));
    return ours + separator + lifeline();
  }

  private static String lifeline() {
    return LifelineJar.find().path().toString();
  }

  public static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      for (Part part : parts.reversed()) {
        if (part.alive()) {
          part.wake();
          part.terminate();
        }
      }
      for (Part part : parts.reversed()) {
        part.awaitEnd(PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
