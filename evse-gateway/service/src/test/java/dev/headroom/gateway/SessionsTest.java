package dev.headroom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.core.evse.EvseState;
import dev.headroom.gateway.actor.Charger;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Charging sessions from the socket to the export. */
@QuarkusTest
class SessionsTest extends GatewayTest {

  private static final String BEGAN = "2026-11-20T08:00:00Z";

  @BeforeEach
  void acceptSite() {
    allocator.accept(site, station);
  }

  @Test
  void aSessionSentTwiceOverTwoSocketsIsOneRecord() {
    Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Charger charger = booted();
    int id = start(charger, start, "tag-1");
    stop(charger, id, start.plusSeconds(1), 4000);
    charger.vanish();

    Charger back = booted();
    stop(back, start(back, start, "tag-1"), start.plusSeconds(1), 4000);
    stop(back, id, start.plusSeconds(1), 4000);
    back.vanish();

    eventually().until(() -> isComplete(sessions("site=" + site)));
    JsonNode only = sessions("site=" + site);
    assertThat(only).hasSize(1);
    assertThat(only.get(0).path("energyWh").asInt()).isEqualTo(3000);
    assertThat(only.get(0).path("transactionId").asText()).isEqualTo(Integer.toString(id));
    assertThat(only.get(0).path("tenant").asText()).isEqualTo("tenant-1");
    assertThat(only.get(0).path("chargerStartedAt").asText()).isEqualTo(start.toString());
  }

  @Test
  void whatWasQueuedOfflineIsSortedInAndControlsNothing() {
    allocator.own(site, Duration.ofSeconds(10));
    Charger charger = booted();
    allocator.limit(site, allocator.epoch(site), 1, 16_000);
    charger.status(1, "Available");
    session(charger, Instant.now(), "now", 2000);
    Instant night = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(9));
    session(charger, night, "night", 9000);
    session(charger, night.plusSeconds(7200), "morning", 5000);
    session(charger, night, "night", 9000);

    eventually().until(() -> sessions("site=" + site).size() == 3);
    JsonNode sessions = sessions("site=" + site);
    assertThat(sessions.findValuesAsText("idTag")).containsExactly("now", "morning", "night");
    assertThat(sessions.findValuesAsText("energyWh")).containsExactly("1000", "4000", "8000");
    assertThat(sessions.get(2).path("startedAt").asText()).isEqualTo(night.toString());
    assertThat(sessions.get(2).path("endedAt").asText())
        .isEqualTo(night.plusSeconds(3600).toString());
    assertThat(allocator.history(site))
        .filteredOn(state -> state.session().isPresent())
        .allSatisfy(
            state ->
                assertThat(state.session().orElseThrow().id())
                    .isEqualTo(sessions.get(0).path("transactionId").asText()));
    assertThat(charger.profiles("TxProfile"))
        .allSatisfy(
            profile ->
                assertThat(profile.path("transactionId").asText())
                    .isEqualTo(sessions.get(0).path("transactionId").asText()));
    charger.vanish();
  }

  @Test
  void asksForWhatIsWanted() {
    session("tag-1", 4000);
    Instant later = Instant.now();

    assertThat(sessions("tenant=tenant-1&evse=evse-1&station=" + station)).hasSize(1);
    assertThat(sessions("site=" + site + "&tenant=tenant-2")).isEmpty();
    assertThat(sessions("site=" + site + "&from=" + later)).isEmpty();
    assertThat(sessions("site=" + site + "&from=" + BEGAN + "&to=" + later)).hasSize(1);
    JsonNode first = sessions("site=" + site).get(0);
    String startedAt = first.path("startedAt").asText();
    assertThat(sessions("site=" + site + "&from=" + startedAt)).as("from is in").hasSize(1);
    assertThat(sessions("site=" + site + "&to=" + startedAt)).as("to is not").isEmpty();
  }

  @Test
  void refusesWhatItDoesNotUnderstandAndNamesIt() {
    for (String wrong :
        List.of(
            "from=yesterday",
            "to=2026-11-22",
            "limit=0",
            "limit=many",
            "cursor=x",
            "tennant=a",
            "site=",
            "site=a&site=b")) {
      HttpResponse<String> answer = operator.get("/api/v1/sessions?" + wrong);
      assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(answer.body()).contains("'" + wrong.substring(0, wrong.indexOf('=')) + "'");
    }
    assertThat(operator.get("/api/v1/sessions.csv?from=yesterday").statusCode()).isEqualTo(400);
    assertThat(operator.get("/api/v1/sessions/summary?limit=3").statusCode()).isEqualTo(400);
  }

  @Test
  void turnsPages() {
    for (int i = 0; i < 5; i++) {
      session("tag-" + i, 1000 + i);
    }
    List<String> seen = new ArrayList<>();
    String next = "/api/v1/sessions?limit=2&site=" + site;
    while (!next.isEmpty()) {
      HttpResponse<String> page = operator.get(next);
      operator.json(next).forEach(session -> seen.add(session.path("idTag").asText()));
      next = linkOf(page);
    }
    assertThat(seen).containsExactly("tag-4", "tag-3", "tag-2", "tag-1", "tag-0");
  }

  @Test
  void exportsCommaSeparatedValues() throws Exception {
    session("=cmd()", 4000);
    session("tag,2", 2000);

    String file = operator.get("/api/v1/sessions.csv?site=" + site).body();
    assertThat(file.lines()).hasSize(3);
    assertThat(file)
        .startsWith("site,tenant,evse,station_id,")
        .contains("'=cmd()")
        .contains("\"tag,2\"");
    assertThat(file.lines().skip(1)).allMatch(line -> line.startsWith(site + ",tenant-1,evse-1,"));
    HttpResponse<String> asked =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/sessions?site=" + site))
                    .header("Accept", "text/csv")
                    .build(),
                BodyHandlers.ofString());
    assertThat(asked.body()).isEqualTo(file);
    assertThat(asked.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(operator.get("/api/v1/sessions.csv?site=nowhere").body().lines()).hasSize(1);
  }

  @Test
  void sumsUpByTenant() {
    session("tag-1", 4000);
    session("tag-2", 2500);
    Charger charger = booted();
    start(charger, Instant.now(), "tag-3");
    charger.vanish();
    eventually().until(() -> sessions("site=" + site).size() == 3);

    JsonNode summary = operator.json("/api/v1/sessions/summary?site=" + site);
    assertThat(summary).hasSize(1);
    assertThat(summary.get(0).path("tenant").asText()).isEqualTo("tenant-1");
    assertThat(summary.get(0).path("sessions").asInt()).isEqualTo(3);
    assertThat(summary.get(0).path("energyKwh").decimalValue()).isEqualByComparingTo("4.5");
    assertThat(summary.get(0).path("open").asInt()).isEqualTo(1);
    assertThat(summary.get(0).path("withoutEnergy").asInt()).isEqualTo(1);
  }

  @Test
  void documentsItsParameters() {
    String openapi = operator.get("/q/openapi").body();
    assertThat(openapi)
        .contains("/api/v1/sessions.csv", "/api/v1/sessions/summary", "name: cursor");
  }

  private void session(String tag, int meterStop) {
    Charger charger = booted();
    Instant start = Instant.now();
    stop(charger, start(charger, start, tag), start.plusMillis(1), meterStop);
    charger.vanish();
    eventually()
        .until(
            () ->
                isComplete(sessions("site=" + site))
                    && sessions("site=" + site).get(0).path("idTag").asText().equals(tag));
  }

  /** An hour of charging from then on, as it comes out of a charger's queue. */
  private static void session(Charger charger, Instant from, String tag, int meterStop) {
    stop(charger, start(charger, from, tag), from.plusSeconds(3600), meterStop);
  }

  private Charger booted() {
    Charger charger = connect();
    charger.boot();
    eventually().until(() -> allocator.state(site).filter(EvseState::online).isPresent());
    return charger;
  }

  private static int start(Charger charger, Instant at, String tag) {
    return charger
        .call(
            "StartTransaction",
            "{\"connectorId\":1,\"idTag\":\"%s\",\"meterStart\":1000,\"timestamp\":\"%s\"}"
                .formatted(tag, at))
        .get("transactionId")
        .intValue();
  }

  private static void stop(Charger charger, int id, Instant at, int meterStop) {
    charger.call(
        "StopTransaction",
        "{\"transactionId\":%d,\"meterStop\":%d,\"timestamp\":\"%s\"}"
            .formatted(id, meterStop, at));
  }

  private JsonNode sessions(String query) {
    return operator.json("/api/v1/sessions?" + query);
  }

  private static boolean isComplete(JsonNode sessions) {
    return sessions.path(0).path("state").asText().equals("complete");
  }

  private static String linkOf(HttpResponse<String> page) {
    Matcher link =
        Pattern.compile("<https?://[^/]+([^>]*)>; *rel=\"next\"")
            .matcher(page.headers().firstValue("Link").orElse(""));
    return link.find() ? link.group(1) : "";
  }
}
