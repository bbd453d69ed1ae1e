package dev.headroom.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
  @Test
  void answersOnItsJdbcAddress() throws Exception {
    try (var database = EmbeddedDatabase.start()) {
      assertThat(ask(database, "SELECT current_database()")).isEqualTo("headroom");
      assertThat(database.reactiveUrl()).startsWith("postgresql://127.0.0.1:");
    }
  }

  @Test
  void keepsRowsInADirectoryOfItsOwn(@TempDir Path directory) throws Exception {
    try (var first = EmbeddedDatabase.builder().directory(directory).start()) {
      execute(first, "CREATE TABLE kept AS SELECT 'yes' AS answer");
    }
    try (var second = EmbeddedDatabase.builder().directory(directory).start()) {
      assertThat(ask(second, "SELECT answer FROM kept")).isEqualTo("yes");
    }
  }

  @Test
  void refusesDataOfAnotherMajorVersion(@TempDir Path directory) throws Exception {
    try (var database = EmbeddedDatabase.builder().directory(directory).start()) {
      assertThat(ask(database, "SHOW server_version"))
          .startsWith(EmbeddedDatabase.MAJOR_VERSION + ".");
    }
    Files.writeString(directory.resolve("data/PG_VERSION"), "9");
    assertThatThrownBy(() -> EmbeddedDatabase.builder().directory(directory).start())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("was written by PostgreSQL 9");
  }

  private static String ask(EmbeddedDatabase database, String query) throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
