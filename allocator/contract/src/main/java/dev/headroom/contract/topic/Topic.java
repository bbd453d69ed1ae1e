package dev.headroom.contract.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** Every topic of the contract. All have the same number of partitions: one site, one partition. */
public enum Topic {
  SITE_PROPOSALS("site-proposals", Retention.keptFor(Duration.ofDays(7))),
  SITES("sites", Retention.latestOfEachKey()),
  METER_READINGS("meter-readings", Retention.keptFor(Duration.ofHours(1))),
  EVSE_STATES("evse-states", Retention.latestOfEachKey()),
  CEILINGS("ceilings", Retention.latestOfEachKey()),
  LIMITS("limits", Retention.latestOfEachKey()),
  DEMAND("demand", Retention.keptFor(Duration.ofDays(35))),
  AUDIT("audit", Retention.keptFor(Duration.ofDays(365))),
  DEAD_LETTERS("dead-letters", Retention.keptFor(Duration.ofDays(14)));

  private final String shortName;
  private final Map<String, String> config;

  Topic(String shortName, Map<String, String> config) {
    this.shortName = shortName;
    this.config = Map.copyOf(config);
  }

  /** The name on the broker, such as {@code headroom.limits}. */
  public String topicName() {
    return "headroom." + shortName;
  }

  /** Whether the broker keeps the latest value of each key. */
  public boolean compacted() {
    return TopicConfig.CLEANUP_POLICY_COMPACT.equals(config.get(TopicConfig.CLEANUP_POLICY_CONFIG));
  }

  /**
   * What to create.
   *
   * @param replication copies of each partition; from 3 on, a write waits for two of them
   */
  public NewTopic spec(int partitions, short replication) {
    Map<String, String> all = safe(config, replication);
    return new NewTopic(topicName(), partitions, replication).configs(all);
  }

  /** How a changelog is kept, which is no topic of the contract: as the compacted topics are. */
  public static Map<String, String> changelog(short replication) {
    return safe(Retention.latestOfEachKey(), replication);
  }

  private static Map<String, String> safe(Map<String, String> config, short replication) {
    Map<String, String> all = new HashMap<>(config);
    if (replication >= 3) {
      all.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");
    }
    return all;
  }
}
