package dev.headroom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.cli.Headroom;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Whoever reads limits may go from one allocator to another and misses nothing. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StreamsTest {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String SITE =
      """
      apiVersion: headroom.dev/v1
      kind: Site
      metadata: {name: %s}
      spec:
        supply: 208Y/120
        circuits:
          - name: service
            breakerAmps: %d
            meter: {name: main, accuracyPercent: 1}
            worstCaseBaseAmps: 60
            largestBaseStepAmps: 10
            baseRiseWithinTtlAmps: 10
        evses:
          - name: left
            circuit: service
            branchBreakerAmps: 40
            station: %s-1
            evseId: 1
            wiring: L1-L2
            maximumAmps: 32
      """;

  private static TwoAllocators two;

  @BeforeAll
  static void start() {
    two = TwoAllocators.start();
  }

  @AfterAll
  static void stop() {
    two.close();
  }

  private static void put(String instance, String site, int breakerAmps) {
    URI at = two.at(instance, "/api/v1/sites/" + site + "?baseVersion=" + version(site));
    Http.Answer answer =
        two.http().put(at, "application/yaml", SITE.formatted(site, breakerAmps, site));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
  }

  private static long version(String site) {
    for (JsonNode one : two.http().get(two.at("second", "/api/v1/sites"))) {
      if (one.path("site").asText().equals(site)) {
        return one.path("version").asLong();
      }
    }
    return 0;
  }

  private static EventStream stream(String instance, Optional<String> lastId) {
    return new EventStream(two.http().client(), two.at(instance, "/api/v1/limits"), lastId);
  }

  private static Set<String> places(List<EventStream.Event> events) {
    return events.stream()
        .filter(event -> event.name().equals("limits"))
        .map(event -> event.data().path("id").asText())
        .collect(Collectors.toSet());
  }

  private static Stream<String> names(EventStream.Event event) {
    return event.data().path("sites").valueStream().map(JsonNode::asText);
  }

  @Test
  @Order(1)
  void anotherInstanceTellsWhatWasMissedAndNothingTwice() {
    for (String site : List.of("oak", "elm", "ash", "fir")) {
      put("first", site, 100);
    }
    List<EventStream.Event> had;
    Optional<String> id;
    try (EventStream stream = stream("first", Optional.empty())) {
      had = stream.untilCalm();
      await("all are issued")
          .atMost(SOON)
          .until(
              () -> {
                had.addAll(stream.untilCalm());
                return places(had).size() >= 4;
              });
      id = stream.lastId();
    }
    put("second", "oak", 120);
    Http.Answer gone =
        two.http().delete(two.at("second", "/api/v1/sites/fir?baseVersion=" + version("fir")));
    assertThat(gone.status()).isEqualTo(204);

    try (EventStream stream = stream("second", id)) {
      List<EventStream.Event> missed =
          stream.until(
              event ->
                  event.data().path("site").asText().equals("oak")
                      && event.data().path("siteVersion").asInt() == 2);
      missed.addAll(stream.untilCalm());
      assertThat(missed.getFirst().name()).isEqualTo("resumed");
      assertThat(names(missed.getFirst())).contains("ash", "elm", "oak");
      assertThat(missed).extracting(EventStream.Event::name).doesNotContain("snapshot");
      assertThat(places(missed)).isNotEmpty().doesNotContainAnyElementsOf(places(had));
    }
  }

  @Test
  @Order(2)
  void anIdOfOtherTopicsLeadsToASnapshotThatSaysSo() {
    try (EventStream stream = stream("second", Optional.of("0:1.1@others"))) {
      assertThat(stream.next().orElseThrow().data().path("notResumed").asText())
          .isEqualTo("RECREATED");
    }
  }

  @Test
  @Order(3)
  void whoReadsAnInstanceThatStopsIsSentToAnother() throws Exception {
    CompletableFuture<Integer> closed = new CompletableFuture<>();
    URI socket =
        URI.create(two.at("first", "/api/v1/limits/ws").toString().replaceFirst("http", "ws"));
    two.http().client().newWebSocketBuilder().buildAsync(socket, new Closing(closed)).join();
    StringWriter watched = new StringWriter();
    Thread watch = Thread.ofPlatform().start(() -> watch(watched));
    await("both are watched").atMost(SOON).until(() -> watched.toString().contains("\"snapshot\""));
    try (EventStream stream = stream("first", Optional.empty())) {
      stream.untilCalm();
      two.terminate("first");
      while (stream.next().isPresent()) {
        // What is still told.
      }
      assertThat(stream.lastId()).isPresent();
      try (EventStream there = stream("second", stream.lastId())) {
        assertThat(there.next().orElseThrow().name()).isEqualTo("resumed");
      }
    }
    assertThat(closed.get(SOON.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)).isEqualTo(1001);
    await("watch goes on where it was")
        .atMost(SOON)
        .until(() -> watched.toString().contains("\"resumed\""));
    watch.interrupt();
    watch.join(SOON);
  }

  private static void watch(StringWriter out) {
    Headroom.commandLine()
        .setOut(new PrintWriter(out, true))
        .execute(
            "watch",
            "--json",
            "--url",
            two.at("first", "").toString(),
            two.at("second", "").toString());
  }

  /** Hears how it is closed. */
  private record Closing(CompletableFuture<Integer> code) implements WebSocket.Listener {
    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
      code.complete(status);
      return CompletableFuture.completedStage(null);
    }
  }
}
