package dev.headroom.embedded.quarkus;

import dev.headroom.embedded.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Optional;

/**
 * A database for a Quarkus test: {@code @QuarkusTestResource(DatabaseResource.class)}. Sets the
 * addresses, user and password of {@code quarkus.datasource}.
 */
public final class DatabaseResource implements QuarkusTestResourceLifecycleManager {
  private Optional<EmbeddedDatabase> database = Optional.empty();

  @Override
  public Map<String, String> start() {
    var started = EmbeddedDatabase.start();
    database = Optional.of(started);
    return Map.of(
        "quarkus.datasource.jdbc.url", started.jdbcUrl(),
        "quarkus.datasource.reactive.url", started.reactiveUrl(),
        "quarkus.datasource.username", started.user(),
        "quarkus.datasource.password", started.password());
  }

  @Override
  public void stop() {
    database.ifPresent(EmbeddedDatabase::close);
    database = Optional.empty();
  }
}
