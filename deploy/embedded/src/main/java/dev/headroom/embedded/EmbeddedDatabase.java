package dev.headroom.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * A real PostgreSQL beside this JVM, on the loopback interface, with one database named {@value
 * #DATABASE}; services keep apart by schema. It ends with this JVM, even when that is killed.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  /** The database the services share. */
  public static final String DATABASE = "headroom";

  /** The major version of the embedded server; data of another one are not read. */
  static final String MAJOR_VERSION = "17";

  private static final String USER = "postgres";
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final EmbeddedPostgres postgres;
  private final PostmasterLifeline lifeline;
  private final Optional<Path> temporary;

  private EmbeddedDatabase(
      EmbeddedPostgres postgres, PostmasterLifeline lifeline, Optional<Path> temporary) {
    this.postgres = postgres;
    this.lifeline = lifeline;
    this.temporary = temporary;
  }

  /** A database on any free port with temporary data. */
  public static EmbeddedDatabase start() {
    return builder().start();
  }

  public static Builder builder() {
    return new Builder();
  }

  public String jdbcUrl() {
    return "jdbc:" + reactiveUrl();
  }

  /** The address as Vert.x' client wants it, {@code postgresql://host:port/database}. */
  public String reactiveUrl() {
    return "postgresql://127.0.0.1:" + port() + "/" + DATABASE;
  }

  public int port() {
    return postgres.getPort();
  }

  public String user() {
    return USER;
  }

  /** Loopback connections are trusted, so that any password does; clients want one all the same. */
  public String password() {
    return USER;
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not stop", e);
    } finally {
      lifeline.close();
      temporary.ifPresent(Directories::delete);
    }
  }

  /** What may differ between databases. */
  public static final class Builder {
    private int port;
    private Optional<Path> directory = Optional.empty();
    private boolean durable = true;

    private Builder() {}

    /** The port to listen on; 0, the default, takes any free one. */
    public Builder port(int value) {
      port = value;
      return this;
    }

    /** Keeps the data in this directory; without it they are temporary and not synced to disk. */
    public Builder directory(Path value) {
      directory = Optional.of(value);
      return this;
    }

    /** The data in the directory may go with the machine: nothing waits for the disk. */
    public Builder throwAway() {
      durable = false;
      return this;
    }

    /**
     * Starts it.
     *
     * @throws IllegalStateException when the directory holds data of another major version
     */
    public EmbeddedDatabase start() {
      Path home =
          directory
              .map(Directories::existing)
              .orElseGet(() -> Directories.temporary("headroom-postgres-"));
      Path data = home.resolve("data");
      requireReadable(data);
      var server =
          EmbeddedPostgres.builder()
              .setPort(FreePorts.orAny(port))
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setPGStartupWait(START_LIMIT)
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("fsync", directory.isPresent() && durable ? "on" : "off")
              .setServerConfig("shared_buffers", "16MB")
              .setErrorRedirector(log(home))
              .setOutputRedirector(log(home));
      Optional<Path> temporary = directory.isPresent() ? Optional.empty() : Optional.of(home);
      try {
        var postgres = server.start();
        var database = new EmbeddedDatabase(postgres, PostmasterLifeline.of(data), temporary);
        database.ensureDatabase();
        return database;
      } catch (IOException e) {
        throw new UncheckedIOException(
            "PostgreSQL did not start on port " + port + "; see " + home.resolve("server.log"), e);
      }
    }

    private static void requireReadable(Path data) {
      Path file = data.resolve("PG_VERSION");
      try {
        String version = Files.exists(file) ? Files.readString(file).strip() : MAJOR_VERSION;
        if (!version.equals(MAJOR_VERSION)) {
          throw new IllegalStateException(
              "%s was written by PostgreSQL %s, and this is %s, which cannot read it"
                  .formatted(data, version, MAJOR_VERSION));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }

    private static ProcessBuilder.Redirect log(Path home) {
      return ProcessBuilder.Redirect.appendTo(home.resolve("server.log").toFile());
    }
  }

  private void ensureDatabase() {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var found =
            statement.executeQuery(
                "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
      if (!found.next()) {
        statement.execute("CREATE DATABASE " + DATABASE);
      }
    } catch (SQLException e) {
      close();
      throw new IllegalStateException("cannot create the database " + DATABASE, e);
    }
  }
}
