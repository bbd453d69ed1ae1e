package dev.headroom.trial.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;

/** What a gateway says of itself after a run: whatever was lost, refused or given up. */
final class Told {

  private static final List<String> ASKED =
      List.of(
          "headroom_facts_lost_total",
          "headroom_ocpp_dead_sockets_total",
          "headroom_ocpp_throttled_total",
          "headroom_ocpp_unauthorized_total",
          "headroom_ocpp_displaced_total",
          "headroom_ocpp_malformed_total",
          "headroom_profile_rejected_total",
          "headroom_gateway_events_total",
          "headroom_transaction_ids_made_up_total");

  private Told() {}

  /** The counters that are not 0, in lines. */
  static String of(int port) throws IOException, InterruptedException {
    HttpRequest ask =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/metrics")).build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(ask, HttpResponse.BodyHandlers.ofString())
          .body()
          .lines()
          .filter(line -> ASKED.stream().anyMatch(line::startsWith) && !line.endsWith(" 0.0"))
          .collect(Collectors.joining(System.lineSeparator()));
    }
  }
}
