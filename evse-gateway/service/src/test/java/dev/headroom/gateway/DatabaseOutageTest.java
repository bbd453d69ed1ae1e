package dev.headroom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.core.evse.Revision;
import dev.headroom.embedded.quarkus.KafkaResource;
import dev.headroom.gateway.actor.Charger;
import dev.headroom.gateway.actor.StoppableDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** PostgreSQL goes away in the middle: limits go on, and its facts arrive when it is back. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(StoppableDatabase.class)
class DatabaseOutageTest extends GatewayActors {

  Map<String, Runnable> database = Map.of();

  @Test
  void limitsReachKnownChargersAndSessionsAreKeptForLater() {
    allocator.accept(site, station);
    allocator.own(site, Duration.ofSeconds(10));
    Charger before = connect();
    before.boot();
    before.vanish();

    turn("stop");
    Charger charger = connect();
    charger.boot();
    charger.status(1, "Charging");
    int transaction = charger.start();
    charger.meter(transaction, "6.0");
    Revision revision = allocator.limit(site, allocator.epoch(site), 1, 16_000);
    eventually()
        .until(
            () ->
                allocator
                    .state(site)
                    .flatMap(state -> state.acknowledged())
                    .filter(ack -> ack.revision().equals(revision))
                    .isPresent());
    charger.stop(transaction, 4000);
    assertThat(operator.get("/q/health/ready").statusCode()).isEqualTo(200);
    assertThat(operator.get("/api/v1/sessions").statusCode()).isEqualTo(503);
    assertThat(operator.get("/q/health/ready").body())
        .contains("\"database\": \"lost\"", "database.since", "database.error");
    assertThat(operator.get("/q/health/live").statusCode()).isEqualTo(200);

    turn("start");
    eventually()
        .until(
            () -> operator.get("/q/health/ready").body().contains("\"database\": \"reachable\""));
    eventually().until(() -> sessions().path(0).path("energyWh").asInt() == 3000);
    assertThat(sessions().path(0).path("transactionId").asInt()).isEqualTo(transaction);
    assertThat(operator.metric("headroom_facts_lost_total")).isZero();
    charger.vanish();
  }

  private JsonNode sessions() {
    return operator.json("/api/v1/sessions?site=" + site);
  }

  private void turn(String which) {
    Objects.requireNonNull(database.get(which), which).run();
  }
}
