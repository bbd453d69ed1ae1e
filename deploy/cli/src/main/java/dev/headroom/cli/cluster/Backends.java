package dev.headroom.cli.cluster;

import java.util.Map;

/** The broker and the database a cluster runs on. */
public record Backends(
    String bootstrapServers, String jdbcUrl, String reactiveUrl, String user, String password) {

  Map<String, String> kafka() {
    return Map.of("kafka.bootstrap.servers", bootstrapServers);
  }

  Map<String, String> database() {
    return Map.of(
        "quarkus.datasource.jdbc.url", jdbcUrl,
        "quarkus.datasource.reactive.url", reactiveUrl,
        "quarkus.datasource.username", user,
        "quarkus.datasource.password", password);
  }
}
