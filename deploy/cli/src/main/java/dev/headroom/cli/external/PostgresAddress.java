package dev.headroom.cli.external;

import dev.headroom.cli.cluster.Database;
import dev.headroom.cli.machine.CannotStart;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where somebody's PostgreSQL is and who we are there. Prints without the password, and so does
 * every message.
 */
public record PostgresAddress(
    String host, int port, String database, String user, String password) {
  /** The variable that holds the password, so that the process list does not. */
  public static final String PASSWORD_VARIABLE = "HEADROOM_POSTGRES_PASSWORD";

  private static final int USUAL_PORT = 5432;
  private static final Set<String> SCHEMES = Set.of("postgresql", "postgres");
  private static final Set<String> PARAMETERS = Set.of("user", "password");
  private static final String FORM =
      "--postgres is postgresql://USER:PASSWORD@HOST:PORT/DATABASE or"
          + " jdbc:postgresql://HOST:PORT/DATABASE?user=USER&password=PASSWORD";

  /**
   * Reads {@code postgresql://user:password@host:port/database} and the JDBC form.
   *
   * @param environment where a password is looked for that the address does not have
   * @throws CannotStart saying what is wrong with it
   */
  public static PostgresAddress parse(String url, Map<String, String> environment) {
    URI uri = uri(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
    if (!SCHEMES.contains(Optional.ofNullable(uri.getScheme()).orElse(""))) {
      throw new CannotStart(FORM);
    }
    if (uri.getHost() == null) {
      throw new CannotStart(
          "--postgres names one host; special characters in a password are written as %40 for @,"
              + " or the password goes into the environment as "
              + PASSWORD_VARIABLE);
    }
    String database = Optional.ofNullable(uri.getPath()).orElse("").replaceFirst("^/", "");
    if (database.isEmpty() || database.contains("/")) {
      throw new CannotStart(FORM + "; the database is missing");
    }
    Map<String, String> parameters = parameters(Optional.ofNullable(uri.getRawQuery()).orElse(""));
    String[] login = Optional.ofNullable(uri.getRawUserInfo()).orElse("").split(":", 2);
    String user = login[0].isEmpty() ? parameters.getOrDefault("user", "") : decoded(login[0]);
    if (user.isEmpty()) {
      throw new CannotStart(FORM + "; the user is missing");
    }
    String password =
        login.length == 2
            ? decoded(login[1])
            : parameters.getOrDefault("password", environment.getOrDefault(PASSWORD_VARIABLE, ""));
    int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
    return new PostgresAddress(uri.getHost(), port, database, user, password);
  }

  /** As services are told it. Nothing is encrypted on the way. */
  public Database asDatabase() {
    return new Database(
        "jdbc:" + withoutUser() + "?sslmode=disable", withoutUser(), user, password);
  }

  @Override
  public String toString() {
    return withoutUser() + " as " + user;
  }

  private String withoutUser() {
    return "postgresql://" + host + ":" + port + "/" + database;
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException withThePasswordInItsMessage) {
      throw new CannotStart(FORM);
    }
  }

  private static Map<String, String> parameters(String query) {
    var parameters = new HashMap<String, String>();
    Arrays.stream(query.split("&"))
        .filter(it -> !it.isEmpty())
        .map(it -> it.split("=", 2))
        .forEach(it -> parameters.put(it[0], it.length == 2 ? decoded(it[1]) : ""));
    parameters.keySet().stream()
        .filter(name -> !PARAMETERS.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new CannotStart(
                  "--postgres: 'up' does not know the parameter %s; user and password may follow ?"
                      .formatted(name));
            });
    return parameters;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException stray) {
      throw new CannotStart("--postgres: a % in user or password is written as %25");
    }
  }
}
