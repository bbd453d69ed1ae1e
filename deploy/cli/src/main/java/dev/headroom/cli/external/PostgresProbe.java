package dev.headroom.cli.external;

import dev.headroom.cli.machine.CannotStart;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/** Whether somebody's PostgreSQL will do: it answers, lets us in, and has room for our schemas. */
public record PostgresProbe(PostgresAddress address) {
  private static final String PATIENCE_SECONDS = "5";

  /** What the driver says when a password is asked for and there is none. */
  private static final String REJECTED = "08004";

  /** Each service has a schema of its own and makes what it needs in it. */
  private static final String LOOK =
      """
      SELECT current_setting('server_version'),
             pg_is_in_recovery(),
             has_database_privilege(current_database(), 'CREATE')
               OR (SELECT count(*) = 2 FROM pg_namespace
                   WHERE nspname IN ('gateway', 'dr')
                     AND has_schema_privilege(oid, 'CREATE')
                     AND has_schema_privilege(oid, 'USAGE')),
             (SELECT min(schemaname) FROM pg_tables t
              WHERE schemaname IN ('gateway', 'dr')
                AND NOT EXISTS (SELECT FROM pg_tables h
                                WHERE h.schemaname = t.schemaname
                                  AND h.tablename = 'flyway_schema_history'))
      """;

  /**
   * The version of the server.
   *
   * @throws CannotStart saying why it will not do, within some seconds
   */
  public String version() {
    try (var connection = connect();
        var statement = connection.createStatement();
        var found = statement.executeQuery(LOOK)) {
      found.next();
      return judge(found);
    } catch (SQLException e) {
      throw new CannotStart("--postgres: " + reason(e));
    }
  }

  private Connection connect() throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", address.user());
    properties.setProperty("password", address.password());
    properties.setProperty("loginTimeout", PATIENCE_SECONDS);
    properties.setProperty("connectTimeout", PATIENCE_SECONDS);
    properties.setProperty("socketTimeout", PATIENCE_SECONDS);
    return DriverManager.getConnection(address.asDatabase().jdbcUrl(), properties);
  }

  private String judge(ResultSet found) throws SQLException {
    if (found.getBoolean(2)) {
      throw new CannotStart("--postgres: " + address + " is a standby, which only reads");
    }
    if (!found.getBoolean(3)) {
      throw new CannotStart(
          "--postgres: %s may not create schemas: GRANT CREATE ON DATABASE \"%s\" TO \"%s\""
              .formatted(address, address.database(), address.user()));
    }
    Optional.ofNullable(found.getString(4))
        .ifPresent(
            schema -> {
              throw new CannotStart(
                  "--postgres: %s has a schema %s that is not ours; choose another database"
                      .formatted(address, schema));
            });
    return found.getString(1);
  }

  /** By the classes of SQLSTATE; the driver's words never hold the password. */
  private String reason(SQLException e) {
    String state = Optional.ofNullable(e.getSQLState()).orElse("");
    if (state.equals(REJECTED)) {
      return login(e);
    }
    return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
      case "08" -> "nothing answers as PostgreSQL at " + address + ": " + e.getMessage();
      case "28" -> login(e);
      case "3D" -> "there is no database " + address.database() + " at " + address;
      default -> address + ": " + e.getMessage();
    };
  }

  private String login(SQLException e) {
    String hint =
        address.password().isEmpty()
            ? "; no password was given, neither in the address nor as "
                + PostgresAddress.PASSWORD_VARIABLE
            : "";
    return address + " does not let us in: " + e.getMessage() + hint;
  }
}
