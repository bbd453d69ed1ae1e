package dev.headroom.allocator.stream;

import dev.headroom.allocator.config.AllocatorConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.ThreadMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the topology, and ends it within a bound. */
public final class StreamsEngine implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StreamsEngine.class);

  private final KafkaStreams streams;
  private final Duration closeWithin;
  private volatile boolean ran;

  /**
   * Builds it without starting.
   *
   * @param kafka the clients' settings: servers and security
   */
  public StreamsEngine(
      Workshop workshop, Map<String, Object> kafka, AllocatorConfig config, Path stateDirectory) {
    streams =
        new KafkaStreams(
            AllocatorTopology.of(workshop),
            StreamsSettings.of(kafka, config, workshop, stateDirectory));
    closeWithin = config.closeWithin();
    streams.setUncaughtExceptionHandler(new FailureBudget(workshop.clock()));
    streams.setStateListener(
        (now, before) -> {
          LOG.info("streams {} -> {}", before, now);
          if (now == KafkaStreams.State.RUNNING) {
            ran = true;
          }
        });
  }

  public void start() {
    streams.start();
  }

  public KafkaStreams.State state() {
    return streams.state();
  }

  /** Whether the group has once given us our part, be it nothing. */
  public boolean ran() {
    return ran;
  }

  /** What each thread does, in words, by its name. */
  public Map<String, String> threads() {
    Map<String, String> told = new TreeMap<>();
    for (ThreadMetadata thread : streams.metadataForLocalThreads()) {
      String name = thread.threadName();
      told.put(
          name.substring(name.lastIndexOf("StreamThread")),
          "%s, %d tasks, %d standbys"
              .formatted(
                  thread.threadState(), thread.activeTasks().size(), thread.standbyTasks().size()));
    }
    return told;
  }

  /** Leaves the group, so that others take over at once and not after a time-out. */
  @Override
  public void close() {
    boolean closed =
        streams.close(
            CloseOptions.timeout(closeWithin)
                .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    if (!closed) {
      LOG.warn("streams did not close within {}; left to the process's end", closeWithin);
    }
  }
}
