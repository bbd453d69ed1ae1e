package dev.headroom.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.contract.topic.Topic;
import dev.headroom.embedded.EmbeddedDatabase;
import dev.headroom.embedded.EmbeddedKafka;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** {@code up} on a broker and a database that run already, with other things on them. */
@ResourceLock(Launcher.USUAL_PORTS)
class OwnBackendsTest {

  private static final String PASSWORD = "p@ss word/with:all";

  @TempDir private static Path directory;
  private static EmbeddedKafka kafka;
  private static EmbeddedDatabase database;

  @BeforeAll
  static void startWhatIsTheUsersOwn() throws Exception {
    kafka =
        EmbeddedKafka.builder()
            .property("group.coordinator.rebalance.protocols", "classic,consumer")
            .start();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin.createTopics(Set.of(new NewTopic("orders", 3, (short) 1))).all().get();
    }
    database = EmbeddedDatabase.builder().directory(directory).throwAway().start();
    try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), "");
        var statement = connection.createStatement()) {
      statement.execute("CREATE ROLE ann LOGIN PASSWORD '" + PASSWORD + "'");
      statement.execute("CREATE DATABASE cars OWNER ann");
      Files.writeString(
          directory.resolve("data/pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  @AfterAll
  static void stop() {
    database.close();
    kafka.close();
  }

  private static String url() {
    return "postgresql://ann@127.0.0.1:" + database.port() + "/cars";
  }

  @Test
  void runsOnThemAndLeavesTheRestAlone() throws Exception {
    Map<String, String> environment = Map.of("HEADROOM_POSTGRES_PASSWORD", PASSWORD);
    String[] options = {
      "--kafka",
      kafka.bootstrapServers(),
      "--topics-partitions",
      "3",
      "--postgres",
      url(),
      "--sites",
      "1"
    };
    try (Launcher up = Launcher.start(environment, options)) {
      up.awaitReady();
      assertThat(up.output())
          .contains("does not offer the streams group protocol")
          .contains("Kafka " + kafka.bootstrapServers())
          .doesNotContain(PASSWORD);
      assertThat(commandLines(up)).isNotEmpty().noneMatch(it -> it.contains(PASSWORD));
      assertThat(up.get("/api/v1/owners")).hasSize(3);
      assertThat(up.stop()).isZero();
    }
    assertThat(schemas()).contains("gateway", "dr");
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS))
          .contains("orders", Topic.LIMITS.topicName(), Topic.SITES.topicName());
    }
  }

  @Test
  void refusesAWrongPasswordBeforeAnythingStarts() throws Exception {
    Map<String, String> environment = Map.of("HEADROOM_POSTGRES_PASSWORD", "guessed-s3cret");
    try (Launcher up = Launcher.start(environment, "--postgres", url())) {
      assertThat(up.awaitEnd()).isEqualTo(2);
      assertThat(up.output())
          .contains("does not let us in")
          .doesNotContain("guessed-s3cret")
          .doesNotContain("Starting");
    }
  }

  private static List<String> commandLines(Launcher up) throws Exception {
    List<String> lines = new ArrayList<>();
    for (ProcessHandle each : up.descendants().toList()) {
      Path file = Path.of("/proc/" + each.pid() + "/cmdline");
      lines.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }
    return lines;
  }

  private static List<String> schemas() throws SQLException {
    String address = "jdbc:postgresql://127.0.0.1:" + database.port() + "/cars";
    try (var connection = DriverManager.getConnection(address, "ann", PASSWORD);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT nspname FROM pg_namespace")) {
      List<String> names = new ArrayList<>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      return names;
    }
  }
}
