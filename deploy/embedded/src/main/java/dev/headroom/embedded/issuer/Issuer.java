package dev.headroom.embedded.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** What services ask an issuer for: its discovery document and its keys. */
public final class Issuer implements AutoCloseable {

  private final HttpServer server;

  private Issuer(HttpServer server) {
    this.server = server;
  }

  /** The issuer's name if it listens on this port. */
  public static String address(int port) {
    return "http://127.0.0.1:" + port + "/realm";
  }

  /** Listens on the loopback address from now on. */
  public static Issuer start(int port, SigningKey key) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      String address = address(server.getAddress().getPort());
      server.createContext(
          "/realm/.well-known/openid-configuration",
          exchange -> answer(exchange, discovery(address)));
      server.createContext("/realm/keys", exchange -> answer(exchange, key.keySet()));
      server.start();
      return new Issuer(server);
    } catch (IOException e) {
      throw new UncheckedIOException("no issuer on port " + port, e);
    }
  }

  private static String discovery(String address) {
    return """
    {"issuer":"%s","jwks_uri":"%s/keys","token_endpoint":"%s/token",
     "authorization_endpoint":"%s/authorize","response_types_supported":["code"],
     "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}
    """
        .formatted(address, address, address, address);
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    try (exchange) {
      byte[] body = json.getBytes(UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
