package dev.headroom.dr;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * Settings of this service; the README has them as a table. One mapping for each group, since a
 * mapping refuses keys it does not know and {@code headroom.*} belongs to all services.
 */
public final class DrConfig {

  private DrConfig() {}

  /** What is ours alone. */
  @ConfigMapping(prefix = "headroom.dr")
  public interface Adapter {

    /** How often the topic of ceilings is compared with the database, changes aside. */
    @WithDefault("10s")
    Duration reconcileEvery();

    /** Most events in one answer of {@code GET /api/v1/events}. */
    @WithDefault("1000")
    int listLimit();
  }

  /** Shared by all services. */
  @ConfigMapping(prefix = "headroom.topics")
  public interface Topics {

    /** Partitions of every topic; fixed for the life of a cluster. */
    @WithDefault("48")
    int partitions();

    /** Copies of every partition. */
    @WithDefault("3")
    short replication();
  }
}
