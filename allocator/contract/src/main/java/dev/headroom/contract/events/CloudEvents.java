package dev.headroom.contract.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headroom.contract.topic.Topic;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * CloudEvents 1.0 attributes in the Kafka protocol binding's binary mode: {@code ce_*} headers, the
 * value stays the data. On the low-rate topics and on limits.
 */
public final class CloudEvents {

  private CloudEvents() {}

  /**
   * The headers of one record.
   *
   * @param source who wrote it, such as {@code /allocator/allocator-0}
   * @param id unique with its source; the same for a record sent again
   * @param time when what it tells of happened
   */
  public static Headers headers(Topic topic, String source, String id, Instant time) {
    return new RecordHeaders()
        .add("ce_specversion", bytes("1.0"))
        .add("ce_id", bytes(id))
        .add("ce_source", bytes(source))
        .add("ce_type", bytes(typeOf(topic)))
        .add("ce_time", bytes(time.toString()))
        .add("content-type", bytes(contentTypeOf(topic)));
  }

  /** The event type of a topic's records, such as {@code dev.headroom.limits.v1}. */
  public static String typeOf(Topic topic) {
    return "dev." + topic.topicName() + ".v1";
  }

  private static String contentTypeOf(Topic topic) {
    return switch (topic) {
      case METER_READINGS, EVSE_STATES, LIMITS -> "application/protobuf";
      case SITE_PROPOSALS, SITES, CEILINGS, DEMAND, AUDIT, DEAD_LETTERS -> "application/json";
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
