package dev.headroom.cli.cluster;

import dev.headroom.embedded.EmbeddedKafka;
import java.util.HashMap;
import java.util.Map;

/**
 * The broker a cluster runs on.
 *
 * @param partitions of each topic
 * @param replication copies of each partition
 */
public record Broker(
    String bootstrapServers, int partitions, int replication, GroupProtocol protocol) {

  /** Partitions on one machine, which does not need the 48 of a cluster of them. */
  public static final int EMBEDDED_PARTITIONS = 8;

  public static Broker of(EmbeddedKafka kafka, int partitions) {
    return new Broker(kafka.bootstrapServers(), partitions, 1, GroupProtocol.STREAMS);
  }

  /** What every service is told. */
  Map<String, String> properties(Service service) {
    var properties = new HashMap<String, String>();
    properties.put("kafka.bootstrap.servers", bootstrapServers);
    properties.put("headroom.topics.partitions", Integer.toString(partitions));
    properties.put("headroom.topics.replication", Integer.toString(replication));
    if (service == Service.ALLOCATOR) {
      properties.put("headroom.allocator.group-protocol", protocol.toString());
    }
    return properties;
  }
}
