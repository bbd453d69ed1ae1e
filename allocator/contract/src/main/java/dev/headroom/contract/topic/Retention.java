package dev.headroom.contract.topic;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/** How long the broker keeps what. */
final class Retention {

  /** A segment is only cleaned once closed, so it is closed often. */
  private static final Duration SEGMENT = Duration.ofMinutes(10);

  private Retention() {}

  /**
   * Compacted early: whoever starts reads from the beginning, and the sooner old values are gone
   * the sooner it is ready.
   */
  static Map<String, String> latestOfEachKey() {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        TopicConfig.CLEANUP_POLICY_COMPACT,
        TopicConfig.SEGMENT_MS_CONFIG,
        millis(SEGMENT),
        TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
        "0.1",
        TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
        millis(SEGMENT));
  }

  static Map<String, String> keptFor(Duration time) {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
        TopicConfig.RETENTION_MS_CONFIG, millis(time),
        TopicConfig.SEGMENT_MS_CONFIG, millis(SEGMENT.multipliedBy(time.toHours() > 1 ? 144 : 1)));
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
