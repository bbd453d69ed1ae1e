package dev.headroom.gateway.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How topics are made where they do not exist yet; the same in every service. */
@ConfigMapping(prefix = "headroom.topics")
public interface TopicsConfig {

  /** Partitions of every topic; start-up is refused when an existing topic has another count. */
  @WithDefault("48")
  int partitions();

  /** Copies of every partition. */
  @WithDefault("3")
  short replication();
}
