package dev.headroom.contract.topic;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the topics be there, as specified. Auto-creation is off, and every service calls this at
 * its start; two that race are both right.
 */
public final class TopicSetup {

  private static final Logger LOG = LoggerFactory.getLogger(TopicSetup.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

  private TopicSetup() {}

  /**
   * Creates what is missing and returns once all of it is known to the brokers.
   *
   * @throws IllegalStateException if a topic has another number of partitions, or the broker
   *     refuses or does not answer within a minute
   */
  public static void ensure(Admin admin, int partitions, short replication) {
    Map<String, Topic> wanted =
        Arrays.stream(Topic.values())
            .collect(Collectors.toMap(Topic::topicName, Function.identity()));
    Set<String> existing = await(admin.listTopics().names());
    wanted.values().stream()
        .filter(topic -> !existing.contains(topic.topicName()))
        .forEach(topic -> create(admin, topic, partitions, replication));
    awaitDescriptions(admin, wanted.keySet())
        .values()
        .forEach(description -> requirePartitions(description, partitions));
  }

  private static void create(Admin admin, Topic topic, int partitions, short replication) {
    try {
      await(admin.createTopics(Set.of(topic.spec(partitions, replication))).all());
      LOG.info("created topic {} with {} partitions", topic.topicName(), partitions);
    } catch (TopicExistsException e) {
      LOG.debug("{} was created by another service in the meantime", topic.topicName());
    }
  }

  private static void requirePartitions(TopicDescription description, int partitions) {
    int found = description.partitions().size();
    if (found != partitions) {
      throw new IllegalStateException(
          ("topic %s has %d partitions where %d are configured; a site would be on two of them."
                  + " Set headroom.topics.partitions to %d, or move to topics of another name")
              .formatted(description.name(), found, partitions, found));
    }
  }

  /** A topic just created is not at once known to every broker. */
  private static Map<String, TopicDescription> awaitDescriptions(
      Admin admin, Collection<String> names) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return await(admin.describeTopics(names).allTopicNames());
      } catch (UnknownTopicOrPartitionException e) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException("topics were created but are not to be seen", e);
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_TRIES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for topics", e);
    }
  }

  private static <T> T await(KafkaFuture<T> future) {
    try {
      return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicExistsException exists) {
        throw exists;
      }
      if (e.getCause() instanceof UnknownTopicOrPartitionException unknown) {
        throw unknown;
      }
      throw new IllegalStateException("topics cannot be set up: " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the broker did not answer within " + PATIENCE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the broker", e);
    }
  }
}
