package dev.headroom.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StationsTest {
  private final AtomicInteger status = new AtomicInteger(204);
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final HttpServer gateway;

  StationsTest() throws Exception {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void listen() {
    gateway.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
    gateway.start();
  }

  @AfterEach
  void stop() {
    gateway.stop(0);
  }

  @Test
  void saysIdAndPasswordAsTheyAre() throws Exception {
    assertThat(provision("garage 1/a", "say \"hi\"")).isTrue();
    assertThat(heard)
        .containsExactly("PUT /api/v1/stations/garage%201%2Fa {\"password\":\"say \\\"hi\\\"\"}");
  }

  @Test
  void asksForAnotherTryWhileTheGatewayCannotSay() throws Exception {
    status.set(503);
    assertThat(provision("cp-1", "x")).isFalse();
    gateway.stop(0);
    assertThat(provision("cp-1", "x")).isFalse();
  }

  @Test
  void namesTheStationThatIsRefused() {
    status.set(400);
    assertThatThrownBy(() -> provision("cp-1", "x"))
        .hasMessageContaining("refused station cp-1: 400");
  }

  private boolean provision(String station, String password) throws InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort());
    try (var http = HttpClient.newHttpClient()) {
      return new Stations(http, address).provision(station, password);
    }
  }
}
