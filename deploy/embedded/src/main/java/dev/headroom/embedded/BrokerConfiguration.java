package dev.headroom.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The settings of a broker that is its own controller and serves one machine. */
record BrokerConfiguration(
    int port, int controllerPort, Path directory, Map<String, String> overrides) {
  static final int NODE = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  Properties properties() {
    var properties = new Properties();
    properties.putAll(node());
    properties.putAll(
        Map.of(
            "auto.create.topics.enable", "false",
            "default.replication.factor", "1",
            "min.insync.replicas", "1",
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.num.partitions", "1",
            "transaction.state.log.min.isr", "1"));
    properties.putAll(small());
    properties.putAll(quickGroups());
    properties.putAll(overrides);
    return properties;
  }

  private Map<String, String> node() {
    String listener = "127.0.0.1:" + port;
    String controller = "127.0.0.1:" + controllerPort;
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        Integer.toString(NODE),
        "controller.quorum.voters",
        NODE + "@" + controller,
        "controller.listener.names",
        CONTROLLER_LISTENER,
        "listeners",
        "PLAINTEXT://" + listener + "," + CONTROLLER_LISTENER + "://" + controller,
        "advertised.listeners",
        "PLAINTEXT://" + listener,
        "listener.security.protocol.map",
        "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "inter.broker.listener.name",
        "PLAINTEXT",
        "log.dirs",
        directory.toString());
  }

  /** The defaults are for a machine of its own: the cleaner alone would take 128 MB. */
  private static Map<String, String> small() {
    return Map.of(
        "log.cleaner.dedupe.buffer.size", "2097152",
        "num.network.threads", "2",
        "num.io.threads", "2",
        "background.threads", "2",
        "num.recovery.threads.per.data.dir", "1");
  }

  /**
   * A killed member is noticed after two seconds instead of 45; these settings are the broker's.
   */
  private static Map<String, String> quickGroups() {
    return Map.ofEntries(
        Map.entry("group.coordinator.rebalance.protocols", "classic,consumer,streams"),
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        Map.entry("group.min.session.timeout.ms", "1000"),
        Map.entry("group.consumer.min.session.timeout.ms", "1000"),
        Map.entry("group.consumer.session.timeout.ms", "2000"),
        Map.entry("group.consumer.min.heartbeat.interval.ms", "200"),
        Map.entry("group.consumer.heartbeat.interval.ms", "400"),
        Map.entry("group.streams.min.session.timeout.ms", "1000"),
        Map.entry("group.streams.session.timeout.ms", "2000"),
        Map.entry("group.streams.min.heartbeat.interval.ms", "200"),
        Map.entry("group.streams.heartbeat.interval.ms", "400"),
        Map.entry("group.streams.initial.rebalance.delay.ms", "0"));
  }
}
