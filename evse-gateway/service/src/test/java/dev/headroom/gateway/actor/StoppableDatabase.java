package dev.headroom.gateway.actor;

import dev.headroom.embedded.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A database that a test can stop and start again on its data: it finds both in a field of type
 * {@code Map<String, Runnable>} as {@code stop} and {@code start}.
 */
public final class StoppableDatabase implements QuarkusTestResourceLifecycleManager {

  private Optional<EmbeddedDatabase> running = Optional.empty();
  private Optional<Path> directory = Optional.empty();
  private int port;

  @Override
  public Map<String, String> start() {
    try {
      directory = Optional.of(Files.createTempDirectory("headroom-stoppable-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    startAgain();
    EmbeddedDatabase database = running.orElseThrow();
    return Map.of(
        "quarkus.datasource.jdbc.url", database.jdbcUrl(),
        "quarkus.datasource.reactive.url", database.reactiveUrl(),
        "quarkus.datasource.username", database.user(),
        "quarkus.datasource.password", database.password());
  }

  @Override
  public void inject(TestInjector injector) {
    Map<String, Runnable> switches = Map.of("stop", this::stop, "start", this::startAgain);
    injector.injectIntoFields(switches, new TestInjector.MatchesType(Map.class));
  }

  private void startAgain() {
    EmbeddedDatabase database =
        EmbeddedDatabase.builder().port(port).directory(directory.orElseThrow()).start();
    port = database.port();
    running = Optional.of(database);
  }

  @Override
  public void stop() {
    running.ifPresent(EmbeddedDatabase::close);
    running = Optional.empty();
  }
}
