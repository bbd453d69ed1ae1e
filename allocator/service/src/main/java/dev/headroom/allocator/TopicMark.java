package dev.headroom.allocator;

import dev.headroom.contract.topic.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** What tells topics from others of the same name, before or after them. */
final class TopicMark {

  private TopicMark() {}

  /**
   * The same on every instance for as long as the broker keeps these topics.
   *
   * @throws IllegalStateException if the broker does not tell
   */
  static String of(Admin admin, Topic... topics) {
    List<String> names = Arrays.stream(topics).map(Topic::topicName).toList();
    try {
      var described = new TreeMap<>(admin.describeTopics(names).allTopicNames().get());
      List<String> ids =
          described.values().stream().map(topic -> topic.topicId().toString()).toList();
      return Integer.toUnsignedString(ids.hashCode(), Character.MAX_RADIX);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not tell its topics' ids", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while the broker was asked", e);
    }
  }
}
