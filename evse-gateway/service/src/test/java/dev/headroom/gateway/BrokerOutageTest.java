package dev.headroom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.evse.Revision;
import dev.headroom.embedded.quarkus.BrokerSwitch;
import dev.headroom.gateway.actor.Charger;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Kafka goes away in the middle: the lease runs out, and states are published when it is back. */
@QuarkusTest
@TestProfile(LimitsTest.Quick.class)
class BrokerOutageTest extends GatewayTest {

  @AfterEach
  void bringTheBrokerBack() {
    BrokerSwitch.restart();
  }

  @Test
  void s5PushesDecreasesWithoutABrokerAndKeepsTheSocket() {
    allocator.accept(site, station);
    allocator.own(site, Duration.ofSeconds(3));
    Charger charger = connect();
    charger.boot();
    charger.status(1, "Charging");
    int transaction = charger.start();
    charger.meter(transaction, "6.0");
    Revision revision = allocator.limit(site, allocator.epoch(site), 1, 16_000);
    eventually().until(() -> charger.liveLimits().contains("16"));
    eventually()
        .until(
            () ->
                allocator
                    .state(site)
                    .flatMap(state -> state.acknowledged())
                    .filter(ack -> ack.revision().equals(revision))
                    .isPresent());

    BrokerSwitch.stop();
    eventually().until(() -> charger.liveLimits().getLast().equals("6"));
    assertThat(charger.call("Heartbeat", "{}").has("currentTime")).isTrue();
    eventually().until(() -> health().contains("\"broker\": \"lost\""));
    assertThat(health()).contains("broker.since", "broker.error").doesNotContain("DOWN");

    BrokerSwitch.restart();
    Instant back = Instant.now();
    eventually()
        .until(
            () ->
                allocator
                    .state(site)
                    .filter(state -> state.online() && state.at().isAfter(back))
                    .isPresent());
    eventually().until(() -> health().contains("\"broker\": \"reachable\""));
    charger.vanish();
  }

  private String health() {
    return operator.get("/q/health").body();
  }
}
