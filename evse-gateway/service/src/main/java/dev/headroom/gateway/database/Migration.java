package dev.headroom.gateway.database;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Brings the schema up to date beside everything else, again and again until the database answers:
 * a gateway that starts during an outage still has limits to push.
 */
@ApplicationScoped
public class Migration {

  private static final Logger LOG = Logger.getLogger(Migration.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Flyway flyway;
  private volatile boolean done;
  private volatile boolean stopping;

  Migration(Flyway flyway) {
    this.flyway = flyway;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofVirtual().name("schema").start(this::migrate);
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
  }

  /** Whether the schema is there. */
  public boolean done() {
    return done;
  }

  private void migrate() {
    while (!done && !stopping) {
      try {
        flyway.migrate();
        done = true;
      } catch (RuntimeException notYet) {
        LOG.warnf("the schema cannot be brought up to date yet: %s", firstLine(notYet));
        pause();
      }
    }
  }

  private static String firstLine(RuntimeException failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException interrupted) {
      stopping = true;
      Thread.currentThread().interrupt();
    }
  }
}
