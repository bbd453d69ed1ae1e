package dev.headroom.trial.gateway;

import dev.headroom.cli.cluster.Health;
import dev.headroom.cli.cluster.Stations;
import dev.headroom.contract.topic.TopicSetup;
import dev.headroom.embedded.EmbeddedDatabase;
import dev.headroom.trial.process.Await;
import dev.headroom.trial.process.DatabaseMain;
import dev.headroom.trial.process.Machines;
import dev.headroom.trial.process.Part;
import dev.headroom.trial.wire.Town;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;

/** The broker and the database of a gateway, and the servers that are measured on them. */
final class Ground implements AutoCloseable {

  /** As the JVM of a pod of the chart that has 1 GiB takes them: 60 % of it, one collector. */
  private static final List<String> FLAGS =
      List.of("-Xmx614m", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=2");

  /** The embedded database trusts whoever comes from this machine. */
  private static final String USER = "postgres";

  private final Town town;
  private final Machines machines;
  private final String database;
  private final Owner owner;

  Ground(Path root, Town town) throws Exception {
    this.town = town;
    Path all = Files.createDirectories(root.resolve("deploy/bench/target/trials"));
    machines = new Machines(root, Files.createTempDirectory(all, "gateway-"));
    int port = Machines.freePort();
    machines.broker(machines.directory().resolve("broker"), List.of("-Xmx1g"));
    database = "postgresql://127.0.0.1:%d/%s".formatted(port, EmbeddedDatabase.DATABASE);
    Part started =
        machines.main(
            DatabaseMain.class,
            List.of("-Xmx64m"),
            Integer.toString(port),
            machines.directory().resolve("postgres").toString());
    Await.until("the broker listens", machines::brokerAnswers);
    Await.until("the database listens", started, () -> started.said("Listening on") > 0);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", machines.servers()))) {
      TopicSetup.ensure(admin, town.partitions(), (short) 1);
    }
    owner = new Owner(machines.servers(), town);
  }

  Owner owner() {
    return owner;
  }

  /** A server without anything behind it. */
  Part bare(int port) throws InterruptedException {
    Part bare = machines.main(BareServer.class, FLAGS, Integer.toString(port));
    Await.until("the bare server listens", bare, () -> bare.said("Listening on") > 0);
    return bare;
  }

  /**
   * A gateway that has read its sites. A verified password is asked for again after a second, as it
   * is of chargers that have been connected for more than five minutes. Passwords are hashed with
   * the least work, as whoever gives ten thousand chargers long random ones would have it.
   */
  Part gateway(int port) throws InterruptedException {
    Map<String, String> settings = new TreeMap<>();
    settings.put("quarkus.datasource.jdbc.url", "jdbc:" + database);
    settings.put("quarkus.datasource.reactive.url", database);
    settings.put("quarkus.datasource.username", USER);
    settings.put("quarkus.datasource.password", USER);
    settings.put("headroom.topics.partitions", Integer.toString(town.partitions()));
    settings.put("headroom.gateway.proven-models", "Bench/Load");
    settings.put("headroom.gateway.credentials.fresh", "1s");
    settings.put("headroom.gateway.credentials.bcrypt-cost", "4");
    Part gateway = machines.gateway("gateway", port, FLAGS, settings);
    Health health = new Health(HttpClient.newHttpClient());
    Await.until("the gateway is ready", gateway, () -> ready(health, port));
    return gateway;
  }

  private static boolean ready(Health health, int port) {
    try {
      return health.ready(address(port));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static URI address(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  /**
   * Gives all stations this password: the first over the REST interface, the others by copies of
   * its row, for a hash takes some milliseconds. Checking them takes as long as of any.
   */
  void provision(int port, List<String> stations, String password)
      throws SQLException, InterruptedException {
    Stations known = new Stations(HttpClient.newHttpClient(), address(port));
    Await.until("the first station is known", () -> provisioned(known, stations.get(0), password));
    try (Connection connection = DriverManager.getConnection("jdbc:" + database, USER, USER);
        PreparedStatement copy =
            connection.prepareStatement(
                "insert into gateway.station select (jsonb_populate_record(first,"
                    + " jsonb_build_object('id', ?::text))).* from gateway.station first"
                    + " where id = ?")) {
      connection.setAutoCommit(false);
      for (String station : stations.subList(1, stations.size())) {
        copy.setString(1, station);
        copy.setString(2, stations.get(0));
        copy.addBatch();
      }
      copy.executeBatch();
      connection.commit();
    }
  }

  private static boolean provisioned(Stations known, String station, String password) {
    try {
      return known.provision(station, password);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    owner.close();
    machines.close();
  }
}
