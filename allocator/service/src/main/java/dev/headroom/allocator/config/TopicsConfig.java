package dev.headroom.allocator.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the topics are laid out; the same for every service, under {@code headroom.topics}. */
@ConfigMapping(prefix = "headroom.topics")
public interface TopicsConfig {

  /** Partitions of every topic; existing topics must have as many. */
  @WithDefault("48")
  int partitions();

  /** Copies of each partition. */
  @WithDefault("3")
  short replication();
}
