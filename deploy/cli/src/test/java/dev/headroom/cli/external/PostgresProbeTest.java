package dev.headroom.cli.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.cli.machine.CannotStart;
import dev.headroom.embedded.EmbeddedDatabase;
import dev.headroom.embedded.FreePorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real server that asks for passwords, as somebody's own does. */
class PostgresProbeTest {
  @TempDir private static Path directory;
  private static EmbeddedDatabase server;

  @BeforeAll
  static void startAServerThatAsksForPasswords() throws Exception {
    server = EmbeddedDatabase.builder().directory(directory).throwAway().start();
    execute(
        "CREATE ROLE ann LOGIN PASSWORD 'right'",
        "CREATE ROLE guest LOGIN PASSWORD 'right'",
        "CREATE DATABASE cars OWNER ann",
        "CREATE DATABASE taken OWNER ann");
    Path rules = directory.resolve("data/pg_hba.conf");
    Files.writeString(
        rules, "host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n");
    execute("SELECT pg_reload_conf()");
    executeIn("taken", "CREATE SCHEMA dr", "CREATE TABLE dr.races (id int)");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void execute(String... statements) throws SQLException {
    executeIn("headroom", statements);
  }

  private static void executeIn(String database, String... statements) throws SQLException {
    String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database;
    try (var connection = DriverManager.getConnection(url, "postgres", "");
        var statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private static PostgresProbe probe(String login, String rest) {
    String url = "postgresql://%s@127.0.0.1:%d/%s".formatted(login, server.port(), rest);
    return new PostgresProbe(PostgresAddress.parse(url, Map.of()));
  }

  @Test
  void passesAnOwnerOfADatabase() {
    assertThat(probe("ann:right", "cars").version()).startsWith("17");
  }

  @Test
  void saysThatThePasswordIsWrongAndNotWhichItWas() {
    assertThatThrownBy(() -> probe("ann:s3cret", "cars").version())
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("does not let us in")
        .hasMessageContaining("ann")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void saysThatNoPasswordWasGiven() {
    assertThatThrownBy(() -> probe("ann", "cars").version())
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("HEADROOM_POSTGRES_PASSWORD");
  }

  @Test
  void saysThatThereIsNoSuchDatabase() {
    assertThatThrownBy(() -> probe("ann:right", "boats").version())
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("there is no database boats");
  }

  @Test
  void saysWhatToGrantToWhom() {
    assertThatThrownBy(() -> probe("guest:right", "cars").version())
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("GRANT CREATE ON DATABASE \"cars\" TO \"guest\"");
  }

  @Test
  void leavesSomebodyElsesSchemaAlone() {
    assertThatThrownBy(() -> probe("ann:right", "taken").version())
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("has a schema dr that is not ours");
  }

  @Test
  void saysThatNothingAnswers() {
    String url = "postgresql://ann:right@127.0.0.1:%d/cars".formatted(FreePorts.any());
    assertThatThrownBy(() -> new PostgresProbe(PostgresAddress.parse(url, Map.of())).version())
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("nothing answers as PostgreSQL at");
  }
}
