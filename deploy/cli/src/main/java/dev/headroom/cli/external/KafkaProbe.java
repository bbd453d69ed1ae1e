package dev.headroom.cli.external;

import dev.headroom.cli.cluster.Broker;
import dev.headroom.cli.cluster.GroupProtocol;
import dev.headroom.cli.machine.CannotStart;
import dev.headroom.contract.topic.TopicSetup;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Whether somebody's Kafka will do, and how allocators can share sites on it.
 *
 * @param servers {@code host:port,…}
 * @param partitions of each topic, when they are to be others than usual
 * @param replication of topics that are made, when it is to be another than usual
 */
public record KafkaProbe(String servers, OptionalInt partitions, OptionalInt replication) {
  private static final int USUAL_PARTITIONS = 48;
  private static final int USUAL_REPLICATION = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  /**
   * Looks at the broker, and makes the topics that are missing there.
   *
   * @throws CannotStart saying why it will not do, within some seconds
   */
  public Broker prepare() {
    try (var admin = Admin.create(settings())) {
      Collection<Node> nodes = answer(admin.describeCluster().nodes());
      var broker =
          new Broker(
              servers,
              partitions.orElse(USUAL_PARTITIONS),
              replication.orElse(Math.min(USUAL_REPLICATION, nodes.size())),
              protocol(admin, nodes));
      TopicSetup.ensure(admin, broker.partitions(), (short) broker.replication());
      return broker;
    } catch (KafkaException e) {
      var cause = Optional.ofNullable(e.getCause()).orElse(e);
      throw new CannotStart("--kafka " + servers + ": " + cause.getMessage());
    } catch (IllegalStateException topics) {
      throw new CannotStart(
          "--kafka %s: %s (for 'up', --topics-partitions and --topics-replication)"
              .formatted(servers, topics.getMessage()));
    }
  }

  private Map<String, Object> settings() {
    return Map.of(
        "bootstrap.servers", servers,
        "client.id", "headroom-up",
        "request.timeout.ms", 4000,
        "default.api.timeout.ms", 5000,
        "socket.connection.setup.timeout.ms", 2000);
  }

  /** The streams protocol is a feature of the cluster that brokers may have switched off. */
  private static GroupProtocol protocol(Admin admin, Collection<Node> nodes) {
    var features = answer(admin.describeFeatures().featureMetadata()).finalizedFeatures();
    boolean known =
        Optional.ofNullable(features.get("streams.version"))
            .filter(range -> range.maxVersionLevel() >= 1)
            .isPresent();
    return known && nodes.stream().allMatch(node -> offersStreams(admin, node))
        ? GroupProtocol.STREAMS
        : GroupProtocol.CLASSIC;
  }

  private static boolean offersStreams(Admin admin, Node node) {
    var resource = new ConfigResource(ConfigResource.Type.BROKER, node.idString());
    var configs = answer(admin.describeConfigs(List.of(resource)).all());
    return Optional.ofNullable(configs.get(resource))
        .map(config -> config.get("group.coordinator.rebalance.protocols"))
        .map(ConfigEntry::value)
        .filter(value -> List.of(value.split("\\s*,\\s*")).contains("streams"))
        .isPresent();
  }

  private static <T> T answer(KafkaFuture<T> future) {
    try {
      return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new KafkaException(e.getCause());
    } catch (TimeoutException e) {
      throw new KafkaException(
          "nothing answers as Kafka there within " + PATIENCE.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted");
    }
  }
}
