package dev.headroom.cli.cluster;

import dev.headroom.embedded.EmbeddedDatabase;
import java.util.Map;

/**
 * The database a cluster runs on; services keep apart by schema. Neither address holds a password.
 *
 * @param jdbcUrl for migrations
 * @param reactiveUrl for all else, {@code postgresql://host:port/database}
 */
public record Database(String jdbcUrl, String reactiveUrl, String user, String password) {

  public static Database of(EmbeddedDatabase database) {
    return new Database(
        database.jdbcUrl(), database.reactiveUrl(), database.user(), database.password());
  }

  Map<String, String> properties() {
    return Map.of(
        "quarkus.datasource.jdbc.url", jdbcUrl,
        "quarkus.datasource.reactive.url", reactiveUrl,
        "quarkus.datasource.username", user);
  }

  /** Apart from the properties, for everybody on the machine may read those of a process. */
  Map<String, String> environment() {
    return Map.of("QUARKUS_DATASOURCE_PASSWORD", password);
  }

  @Override
  public String toString() {
    return reactiveUrl;
  }
}
