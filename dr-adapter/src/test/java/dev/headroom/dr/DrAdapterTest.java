package dev.headroom.dr;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headroom.core.ceiling.Ceiling;
import dev.headroom.core.ceiling.CeilingInterval;
import dev.headroom.core.ceiling.CeilingValue;
import dev.headroom.dr.DrClient.Reply;
import dev.headroom.dr.event.DrEvent;
import dev.headroom.dr.publish.Reconciler;
import dev.headroom.dr.publish.ReconcilerMetrics;
import dev.headroom.dr.store.EventStore;
import dev.headroom.embedded.quarkus.BrokerSwitch;
import dev.headroom.embedded.quarkus.DatabaseResource;
import dev.headroom.embedded.quarkus.KafkaResource;
import dev.headroom.web.outbox.AuditRow;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The running service between HTTP, a real database and a real broker. */
@QuarkusTest
@TestProfile(DrAdapterTest.QuickReconciliation.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(DatabaseResource.class)
class DrAdapterTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** So that nobody waits for it. */
  public static final class QuickReconciliation implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("headroom.dr.reconcile-every", "500ms");
    }
  }

  @TestHTTPResource("/")
  URI base;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject DrService service;
  @Inject EventStore store;

  private Topics topics;
  private DrClient client;

  @BeforeEach
  void connect() {
    topics = new Topics(bootstrapServers);
    client = new DrClient(base);
  }

  @AfterEach
  void disconnect() {
    topics.close();
  }

  @Test
  void publishesWhatItWasTold() {
    givenSites("told-1", "told-2");
    Instant start = inOneHour();
    Reply created =
        client.announce(
            "{'id':'told','sites':['told-1','told-2'],'start':'%s','duration':'PT2H','watts':20000}"
                .formatted(start));
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.location())
        .hasValueSatisfying(it -> assertThat(it).endsWith("/events/told"));
    assertThat(created.text("state")).isEqualTo("scheduled");
    CeilingInterval interval =
        new CeilingInterval(start, start.plus(Duration.ofHours(2)), new CeilingValue.Watts(20_000));
    awaitCeiling("told-1/events", new Ceiling("told-1", "events", false, List.of(interval)));
    awaitCeiling("told-2/events", new Ceiling("told-2", "events", false, List.of(interval)));
    await()
        .atMost(20, SECONDS)
        .until(() -> client.get("/told").body().path("published").asBoolean());
  }

  @Test
  void holdsOverlappingEventsAndForgetsThemWhenTheyAreOver() {
    givenSites("overlap");
    Reply brief = client.announce("{'sites':['overlap'],'duration':'PT3S','amperes':50}");
    Reply later =
        client.announce(
            "{'sites':['overlap'],'start':'%s','duration':'PT1H','amperes':40}"
                .formatted(inOneHour()));
    assertThat(brief.text("state")).isEqualTo("active");
    await()
        .atMost(20, SECONDS)
        .until(
            () ->
                topics
                    .ceiling("overlap/events")
                    .filter(it -> it.intervals().size() == 2)
                    .isPresent());
    await()
        .atMost(20, SECONDS)
        .until(
            () ->
                topics
                    .ceiling("overlap/events")
                    .filter(it -> it.intervals().size() == 1)
                    .isPresent());
    assertThat(client.get("/" + brief.text("id")).text("state")).isEqualTo("ended");
    assertThat(client.cancel(brief.text("id")).status()).isEqualTo(409);
    assertThat(client.cancel(later.text("id")).text("state")).isEqualTo("cancelled");
    await().atMost(20, SECONDS).until(() -> topics.ceiling("overlap/events").isEmpty());
    assertThat(client.cancel(later.text("id")).status()).as("once more").isEqualTo(200);
    assertThat(client.get("?site=overlap&state=cancelled").body()).hasSize(1);
    assertThat(client.get("?site=overlap&state=ended").body()).hasSize(1);
    assertThat(client.get("?site=overlap").body()).hasSize(2);
  }

  @Test
  void makesOneEventOfTheSameRequestTwice() {
    givenSites("twice");
    String request = "{'id':'twice','sites':['twice'],'duration':'PT1H','watts':1000}";
    assertThat(client.announce(request).status()).isEqualTo(201);
    assertThat(client.announce(request).status()).isEqualTo(200);
    Reply other = client.announce(request.replace("1000", "2000"));
    assertThat(other.status()).isEqualTo(409);
    assertThat(client.get("?site=twice").body()).hasSize(1);
    assertThat(client.cancel("twice").status()).isEqualTo(200);
  }

  @Test
  void explainsWhatItDoesNotTake() {
    givenSites("known");
    Reply wrong = client.announce("{'sites':['known'],'duration':'PT1H','watts':1,'amperes':1}");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.contentType()).startsWith("application/problem+json");
    assertThat(wrong.body().path("errors").path(0).path("field").asText()).isEqualTo("watts");
    assertThat(wrong.body().path("status").asInt()).isEqualTo(400);
    Reply nan = client.announce("{'sites':['known'],'duration':'PT1H','watts':NaN}");
    assertThat(nan.status()).isEqualTo(400);
    assertThat(nan.body().toString()).contains("NaN");
    Reply unknown = client.announce("{'sites':['known','nowhere'],'duration':'PT1H','watts':1}");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.body().path("errors")).hasSize(1);
    assertThat(unknown.body().toString()).contains("there is no site 'nowhere'");
    Reply form = client.announce("text/plain", "sites=known");
    assertThat(form.status()).isEqualTo(415);
    assertThat(form.contentType()).startsWith("application/problem+json");
    assertThat(client.get("/nothing").contentType()).startsWith("application/problem+json");
    assertThat(client.cancel("nothing").status()).isEqualTo(404);
    assertThat(client.get("?state=sometimes").status()).isEqualTo(400);
    assertThat(client.get("?site=known").body()).isEmpty();
  }

  @Test
  void writesAgainWhatTheTopicHasLost() {
    givenSites("lost");
    client.announce("{'id':'lost','sites':['lost'],'duration':'PT1H','watts':1}");
    await().atMost(20, SECONDS).until(() -> topics.ceiling("lost/events").isPresent());
    topics.deleteCeiling("lost/events");
    await().atMost(20, SECONDS).until(() -> topics.ceiling("lost/events").isPresent());
    assertThat(client.cancel("lost").status()).isEqualTo(200);
  }

  @Test
  void publishesAtItsStartWhatACrashLeftInTheDatabase() {
    givenSites("crash");
    service.stop(new ShutdownEvent());
    try {
      Instant start = START.plus(Duration.ofDays(3650));
      store(
          new DrEvent(
              "crash",
              new TreeSet<>(List.of("crash")),
              new CeilingInterval(start, start.plusSeconds(60), new CeilingValue.Amperes(50_000)),
              true,
              START,
              Optional.empty()));
      assertThat(topics.ceiling("crash/events-may-pause")).isEmpty();
      try (Reconciler restarted =
          new Reconciler(
              store,
              Map.of("bootstrap.servers", bootstrapServers),
              Duration.ofDays(1),
              new ReconcilerMetrics(new SimpleMeterRegistry()),
              Clock.systemUTC())) {
        await()
            .atMost(20, SECONDS)
            .until(
                () ->
                    topics.ceiling("crash/events-may-pause").filter(Ceiling::mayPause).isPresent());
        assertThat(restarted.behind()).isZero();
      }
    } finally {
      service.start(new StartupEvent());
    }
    assertThat(client.cancel("crash").status()).isEqualTo(200);
  }

  @Test
  void storesAnEventWhileTheBrokerIsDownAndPublishesItAfterwards() {
    givenSites("dark");
    BrokerSwitch.stop();
    try {
      assertThat(
              client
                  .announce("{'id':'dark','sites':['dark'],'duration':'PT1H','watts':1}")
                  .status())
          .isEqualTo(201);
      assertThat(client.get("/dark").body().path("published").asBoolean(true)).isFalse();
    } finally {
      BrokerSwitch.restart();
    }
    await().atMost(40, SECONDS).until(() -> topics.ceiling("dark/events").isPresent());
    await()
        .atMost(20, SECONDS)
        .until(() -> client.get("/dark").body().path("published").asBoolean());
    assertThat(client.cancel("dark").status()).isEqualTo(200);
  }

  private void store(DrEvent event) {
    try {
      VertxContextSupport.subscribeAndAwait(
          () -> store.store(event, AuditRow.of(Records.of(event.id()), SpanContext.getInvalid())));
    } catch (Throwable failed) {
      throw new AssertionError(failed);
    }
  }

  private void givenSites(String... names) {
    for (String name : names) {
      topics.acceptSite(name);
    }
    await()
        .atMost(20, SECONDS)
        .until(
            () -> service.sites().ready() && service.sites().unknownOf(List.of(names)).isEmpty());
  }

  private void awaitCeiling(String key, Ceiling wanted) {
    await()
        .atMost(20, SECONDS)
        .untilAsserted(() -> assertThat(topics.ceiling(key)).contains(wanted));
  }

  private static Instant inOneHour() {
    return Instant.ofEpochSecond(Instant.now().getEpochSecond() + 3600);
  }
}
