package dev.headroom.cli.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks services whether they are ready to work. */
public final class Health {
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(2);
  private final HttpClient http;

  public Health(HttpClient http) {
    this.http = http;
  }

  /** Whether the service at this address says it is ready; no answer is a no. */
  public boolean ready(URI service) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(service.resolve("/q/health/ready")).timeout(ANSWER_LIMIT).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
