package dev.headroom.e2e;

import dev.headroom.cli.cluster.Applications;
import dev.headroom.cli.cluster.Backends;
import dev.headroom.cli.cluster.Broker;
import dev.headroom.cli.cluster.ClusterSettings;
import dev.headroom.cli.cluster.Database;
import dev.headroom.cli.cluster.Health;
import dev.headroom.cli.cluster.Ports;
import dev.headroom.cli.cluster.Service;
import dev.headroom.cli.cluster.ServiceCommands;
import dev.headroom.cli.process.Child;
import dev.headroom.cli.process.Children;
import dev.headroom.embedded.EmbeddedKafka;
import dev.headroom.embedded.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;

/** A broker and two allocators, each a process of its own that can be told to end. */
final class TwoAllocators implements AutoCloseable {

  private static final Path ROOT = Path.of(System.getProperty("headroom.root"));
  private static final Database NONE = new Database("jdbc:none", "none", "nobody", "");

  private final EmbeddedKafka kafka = EmbeddedKafka.start();
  private final Path directory;
  private final Children children;
  private final Http http = new Http();
  private final Map<String, URI> addresses = new HashMap<>();
  private final Map<String, Child> processes = new HashMap<>();

  private TwoAllocators() throws IOException {
    Path all = Files.createDirectories(ROOT.resolve("deploy/e2e/target/e2e"));
    directory = Files.createTempDirectory(all, "TwoAllocators-");
    children = new Children(Files.createDirectories(directory.resolve("logs")));
    // One after the other: the first makes the topics.
    for (String name : List.of("first", "second")) {
      start(name);
    }
  }

  static TwoAllocators start() {
    try {
      return new TwoAllocators();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void start(String name) throws IOException {
    int port = FreePorts.any();
    var settings =
        new ClusterSettings(
            new Ports(port, 0, 0, 0, 0, Optional.empty(), 0, 0),
            new Backends(Broker.of(kafka, Broker.EMBEDDED_PARTITIONS), NONE),
            Files.createDirectories(directory.resolve("sites-" + name)),
            directory.resolve("meters"),
            directory.resolve("state-" + name),
            Duration.ofMinutes(10),
            List.of(),
            Map.of("headroom.allocator.instance", name, "headroom.allocator.heartbeat", "2s"));
    var commands = new ServiceCommands(Applications.ofCheckout(ROOT), settings);
    Child child = children.start(name, commands.command(Service.ALLOCATOR));
    URI address = commands.address(Service.ALLOCATOR);
    Health health = new Health(http.client());
    Awaitility.await(name + " is ready")
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> {
              if (!child.alive()) {
                throw new IllegalStateException(name + " died: " + child.lastLines(30));
              }
              return health.ready(address);
            });
    addresses.put(name, address);
    processes.put(name, child);
  }

  URI at(String instance, String path) {
    return Optional.ofNullable(addresses.get(instance)).orElseThrow().resolve(path);
  }

  /** As Kubernetes asks a pod to end. */
  void terminate(String instance) {
    long pid = Optional.ofNullable(processes.get(instance)).orElseThrow().pid();
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
  }

  Http http() {
    return http;
  }

  @Override
  public void close() {
    children.close();
    http.close();
    kafka.close();
  }
}
