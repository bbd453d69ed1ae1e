package dev.headroom.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.Revision;
import dev.headroom.gateway.actor.TailedCharger;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** S10: a commissioner cuts the link of chargers that charge, and sees which fall back. */
@QuarkusTest
@TestProfile(LinkCutTest.Quick.class)
class LinkCutTest extends GatewayTest {

  /** Times short enough to wait for. */
  public static final class Quick implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "headroom.gateway.profile-ttl", "10s",
          "headroom.gateway.clock-margin", "1s",
          "headroom.gateway.settle", "1s",
          "headroom.gateway.meter-period", "1s",
          "headroom.gateway.publish-interval", "2s",
          "headroom.gateway.proven-models", "Headroom/Teller,Headroom/World");
    }
  }

  @Test
  void provesTheModelsThatFallBackAndNotTheOneThatDropsItsProfile() {
    TailedCharger six = charging("six", "1.6", false);
    TailedCharger two = charging("two", "2.0.1", false);
    TailedCharger drops = charging("drops", "1.6", true);
    List<TailedCharger> all = List.of(six, two, drops);

    assertThat(operator.post(path(six), "{\"powerCycle\":true}").statusCode())
        .as("who orders it")
        .isEqualTo(400);
    for (TailedCharger charger : all) {
      String order = "{\"by\":\"an electrician\",\"powerCycle\":true}";
      // A refresh may be under way: then it is too early for a moment.
      eventually()
          .until(
              () -> {
                charger.measure("15.9");
                return operator.post(path(charger), order).statusCode() == 202;
              });
      assertThat(charger.link().closeCode()).isEqualTo(1001);
      assertThat(Double.parseDouble(charger.drawn(Instant.now())))
          .isEqualTo(charger == drops ? 32 : 16);
      assertThatThrownBy(charger::reconnect).as("kept out").isInstanceOf(Exception.class);
      assertThat(operator.post(path(charger), order).statusCode()).isEqualTo(409);
    }
    for (TailedCharger charger : all) {
      eventually().ignoreExceptions().until(() -> isBack(charger));
      charger.boot();
      charger.measure(charger.drawnSinceTheCut(Instant.now()));
    }

    eventually().until(() -> outcome(six).equals("PASSED"));
    eventually().until(() -> outcome(two).equals("PASSED"));
    eventually().until(() -> outcome(drops).equals("FAILED"));
    eventually().until(() -> isProven(six) && isProven(two));
    assertThat(isProven(drops)).isFalse();
    JsonNode record = operator.json(path(two) + "s").get(0);
    assertThat(record.path("by").asText()).isEqualTo("an electrician");
    assertThat(record.path("model").asText()).isEqualTo(two.station());
    assertThat(record.path("firmware").asText()).isEqualTo("1");
    assertThat(record.path("powerCycled").asBoolean()).isTrue();
    assertThat(record.path("evidence").asText()).contains("evse-1 drew 6.0 A");
    eventually()
        .until(() -> allocator.state(site + "-two").filter(EvseState::fallbackProven).isPresent());
    all.forEach(charger -> charger.link().vanish());
  }

  private TailedCharger charging(String name, String version, boolean drops) {
    String id = station + "-" + name;
    String place = site + "-" + name;
    eventually().until(() -> operator.provision(id, PASSWORD) < 300);
    allocator.accept(place, id);
    allocator.own(place, Duration.ofSeconds(3));
    TailedCharger charger = new TailedCharger(port, id, PASSWORD, version, drops);
    charger.boot();
    eventually().until(() -> allocator.state(place).filter(EvseState::baseAccepted).isPresent());
    charger.start();
    Revision revision = allocator.limit(place, allocator.epoch(place), 1, 16_000);
    eventually()
        .until(
            () ->
                allocator
                    .state(place)
                    .flatMap(EvseState::acknowledged)
                    .filter(ack -> ack.revision().equals(revision))
                    .isPresent());
    return charger;
  }

  private static boolean isBack(TailedCharger charger) {
    charger.reconnect();
    return true;
  }

  private static String path(TailedCharger charger) {
    return "/api/v1/stations/" + charger.station() + "/link-cut-test";
  }

  private String outcome(TailedCharger charger) {
    return operator.json(path(charger) + "s").path(0).path("outcome").asText();
  }

  private boolean isProven(TailedCharger charger) {
    return operator.json("/api/v1/stations/" + charger.station()).at("/known/proven").asBoolean();
  }
}
