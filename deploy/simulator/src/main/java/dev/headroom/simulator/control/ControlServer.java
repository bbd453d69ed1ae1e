package dev.headroom.simulator.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.headroom.simulator.run.Simulation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code GET /state} and a few commands by POST, on loopback only: for demos and tests, not a
 * service.
 */
public final class ControlServer implements AutoCloseable {

  private record Answer(int status, ObjectNode body) {}

  private static final int LARGEST_BODY = 64 * 1024;
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final HttpServer server;
  private final Commands commands;

  /**
   * Listens.
   *
   * @param port 0 for any that is free
   */
  public ControlServer(Simulation simulation, int port) throws IOException {
    this.commands = new Commands(simulation);
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answer(exchange);
      byte[] body = answer.body().toString().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    List<String> path =
        Stream.of(exchange.getRequestURI().getPath().split("/"))
            .filter(part -> !part.isEmpty())
            .toList();
    try {
      return switch (exchange.getRequestMethod()) {
        case "GET" ->
            path.equals(List.of("state"))
                ? new Answer(200, commands.state())
                : error(404, "GET knows /state alone");
        case "POST" -> new Answer(200, commands.run(path, body(exchange)));
        default -> error(405, "GET or POST");
      };
    } catch (IllegalArgumentException e) {
      return error(404, String.valueOf(e.getMessage()));
    } catch (IllegalStateException e) {
      return error(409, String.valueOf(e.getMessage()));
    }
  }

  private static Answer error(int status, String message) {
    return new Answer(status, JsonNodeFactory.instance.objectNode().put("error", message));
  }

  private static JsonNode body(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readNBytes(LARGEST_BODY);
    if (bytes.length == 0) {
      return JsonNodeFactory.instance.objectNode();
    }
    try {
      return MAPPER.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the body is not JSON", e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
