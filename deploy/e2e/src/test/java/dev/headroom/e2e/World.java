package dev.headroom.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** The simulated world and its truth: what really flows, and what every charger obeys. */
final class World {

  private final Http http;
  private final URI control;

  World(Http http, URI control) {
    this.http = http;
    this.control = control;
  }

  JsonNode site(String site) {
    return named(http.get(control.resolve("/state")).path("sites"), "site", site);
  }

  JsonNode evse(String site, String evse) {
    return named(site(site).path("evses"), "evse", evse);
  }

  /** What the charger of an EVSE obeys now, in amperes. */
  double limit(String site, String evse) {
    return evse(site, evse).path("limitMilliamps").asDouble() / 1000;
  }

  double draw(String site, String evse) {
    return evse(site, evse).path("drawMilliamps").asDouble() / 1000;
  }

  JsonNode conductor(String site, String circuit, String phase) {
    return StreamSupport.stream(site(site).path("circuits").spliterator(), false)
        .filter(each -> each.path("circuit").asText().equals(circuit))
        .filter(each -> each.path("phase").asText().equals(phase))
        .findFirst()
        .orElseThrow();
  }

  /** What truly flows there. */
  double amperes(String site, String circuit, String phase) {
    return conductor(site, circuit, phase).path("trueMilliamps").asDouble() / 1000;
  }

  /** Conductors that carry more than this share of their continuous limit, in words. */
  List<String> above(String site, double share) {
    List<String> above = new ArrayList<>();
    for (JsonNode each : site(site).path("circuits")) {
      if (each.path("trueMilliamps").asDouble() > share * each.path("limitMilliamps").asDouble()) {
        above.add(each.toString());
      }
    }
    return above;
  }

  void plug(String site, String evse) {
    command("/evses/" + site + "/" + evse + "/plug", "{\"wattHours\": 1000000}");
  }

  /** Steps the base load of a phase so that it is at this many amperes. */
  void baseTo(String site, String phase, double amperes) {
    double now = conductor(site, "service", phase).path("baseMilliamps").asDouble() / 1000;
    command("/sites/" + site + "/base", "{\"%s\": %.1f}".formatted(phase, amperes - now));
  }

  void stopMeter(String site, String meter) {
    command("/meters/" + site + "/" + meter + "/stop", "{}");
  }

  void startMeter(String site, String meter) {
    command("/meters/" + site + "/" + meter + "/start", "{}");
  }

  private void command(String path, String body) {
    Http.Answer answer = http.post(control.resolve(path), body);
    if (answer.status() != 200) {
      throw new IllegalStateException(path + ": " + answer);
    }
  }

  private static JsonNode named(JsonNode array, String key, String name) {
    return StreamSupport.stream(array.spliterator(), false)
        .filter(each -> each.path(key).asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + key + " " + name));
  }
}
