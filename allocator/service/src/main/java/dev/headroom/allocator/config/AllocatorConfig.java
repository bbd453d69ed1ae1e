package dev.headroom.allocator.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What may be set of an allocator, under {@code headroom.allocator}. */
@ConfigMapping(prefix = "headroom.allocator")
public interface AllocatorConfig {

  /** A directory of site files to watch; none if absent. */
  Optional<Path> sitesDirectory();

  /** How often the directory is read even if nothing was seen to change. */
  @WithDefault("10s")
  Duration rescan();

  /** Where this process keeps its state; a temporary directory if absent. Never shared. */
  Optional<Path> stateDirectory();

  /** This instance's name in owner leases; host and process if absent. */
  Optional<String> instance();

  /** The consumer group: all instances that share the sites among them. */
  @WithDefault("headroom-allocator")
  String group();

  /** How the group divides the partitions; {@code classic} for brokers before 4.2. */
  @WithDefault("streams")
  Protocol groupProtocol();

  /** Threads that run partitions. */
  @WithDefault("1")
  int threads();

  /** Warm copies of each partition's tables; the broker's setting with protocol streams. */
  @WithDefault("1")
  int standbys();

  /** How long a partition's limits may be believed without a renewal. */
  @WithDefault("10s")
  Duration lease();

  /** How often the lease is renewed. */
  @WithDefault("1s")
  Duration renewal();

  /** How often news other than readings, and time itself, are acted on. */
  @WithDefault("200ms")
  Duration tick();

  /** How long a thread that decides may be stuck before the process ends; zero for ever. */
  @WithDefault("30s")
  Duration haltWhenStuckFor();

  /** How long a shutdown may take to hand the partitions over. */
  @WithDefault("3s")
  Duration closeWithin();

  /** How often a silent stream to a dashboard says that it is alive. */
  @WithDefault("10s")
  Duration heartbeat();

  /** Memory for the sites' last 15 minutes, in MiB; 0 keeps none. */
  @WithDefault("64")
  int historyMegabytes();

  /** How long a change of a site over REST waits for the answer of the site's owner. */
  @WithDefault("10s")
  Duration answerWithin();

  /** How many sites have series of their own in the metrics; 0 for none. */
  @WithDefault("100")
  int siteMetrics();

  /** Whether each EVSE of these sites has a series, too. */
  @WithDefault("false")
  boolean evseMetrics();

  /** Kafka's names of the two ways to divide partitions. */
  enum Protocol {
    STREAMS,
    CLASSIC
  }
}
