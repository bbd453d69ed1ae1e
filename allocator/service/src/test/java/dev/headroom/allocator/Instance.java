package dev.headroom.allocator;

import dev.headroom.allocator.config.AllocatorConfig;
import dev.headroom.allocator.config.TopicsConfig;
import dev.headroom.allocator.metric.AllocatorMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An allocator for tests: in this process, or in one of its own that can be killed. */
final class Instance {

  static final int PARTITIONS = 4;

  /** A setting of tests: how far an instance's clock is ahead. */
  static final String CLOCK_AHEAD = "test.clock-ahead";

  private Instance() {}

  static Allocator here(String name, String servers, Map<String, String> settings) {
    SmallRyeConfig config = config(name, settings);
    TopicsConfig topics = config.getConfigMapping(TopicsConfig.class);
    Allocator allocator =
        new Allocator(
            Map.of("bootstrap.servers", servers),
            config.getConfigMapping(AllocatorConfig.class),
            topics,
            new AllocatorMetrics(new SimpleMeterRegistry(), 0, false),
            OpenTelemetry.noop().getTracer("test"),
            Clock.offset(
                Clock.systemUTC(), Duration.parse(settings.getOrDefault(CLOCK_AHEAD, "PT0S"))));
    try {
      allocator.start(topics);
    } catch (RuntimeException e) {
      allocator.close();
      throw e;
    }
    return allocator;
  }

  /**
   * A process that ends with this one: it holds its standard input.
   *
   * @param settings each as {@code key=value}
   */
  static Process apart(String name, String servers, String... settings) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Instance.class.getName(),
                name,
                servers));
    command.addAll(List.of(settings));
    return new ProcessBuilder(command)
        .redirectOutput(new File("target", "instance-" + name + ".log"))
        .redirectErrorStream(true)
        .start();
  }

  public static void main(String[] args) throws IOException {
    Map<String, String> settings =
        Arrays.stream(args)
            .skip(2)
            .map(setting -> setting.split("=", 2))
            .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
    here(args[0], args[1], settings);
    int end = System.in.read();
    System.exit(end < 0 ? 0 : 1);
  }

  private static SmallRyeConfig config(String name, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>();
    all.put("headroom.allocator.instance", name);
    all.put("headroom.topics.partitions", Integer.toString(PARTITIONS));
    all.put("headroom.topics.replication", "1");
    all.putAll(settings);
    return new SmallRyeConfigBuilder()
        .withMapping(AllocatorConfig.class)
        .withMapping(TopicsConfig.class)
        .withConverter(Duration.class, 200, new DurationConverter())
        .withSources(new PropertiesConfigSource(all, "test", 500))
        .build();
  }
}
