package dev.headroom.dr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;

/** Somebody who announces events over HTTP. */
record DrClient(URI base, HttpClient http, Optional<String> token) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What came back; the body is JSON or missing. */
  record Reply(int status, String contentType, JsonNode body, Optional<String> location) {
    String text(String field) {
      return body.path(field).asText();
    }
  }

  DrClient(URI base) {
    this(base, HttpClient.newHttpClient(), Optional.empty());
  }

  DrClient with(String bearer) {
    return new DrClient(base, http, Optional.of(bearer));
  }

  Reply announce(String body) {
    return announce("application/json", body.replace('\'', '"'));
  }

  Reply announce(String contentType, String body) {
    return send(
        request("")
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  Reply get(String path) {
    return send(request(path).GET());
  }

  Reply cancel(String id) {
    return send(request("/" + id).DELETE());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve("/api/v1/events" + path));
  }

  private Reply send(HttpRequest.Builder request) {
    try {
      token.ifPresent(it -> request.header("Authorization", "Bearer " + it));
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Reply(
          answer.statusCode(),
          answer.headers().firstValue("Content-Type").orElse(""),
          JSON.readTree(answer.body()),
          answer.headers().firstValue("Location"));
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
