package dev.headroom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.Revision;
import dev.headroom.gateway.actor.TailedCharger;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** S2: chargers that measure no current, and show otherwise whether they follow. */
@QuarkusTest
@TestProfile(LinkCutTest.Quick.class)
class EvidenceTest extends GatewayTest {

  private static final String MODEL = "Teller";
  private static final String FULL = "32.0";

  /** Those of one version, by how they show whether they follow. */
  private record Four(
      String version,
      TailedCharger offers,
      TailedCharger boasts,
      TailedCharger plans,
      TailedCharger ignores) {
    List<TailedCharger> all() {
      return List.of(offers, boasts, plans, ignores);
    }
  }

  @Test
  void whatIsOfferedOrScheduledShowsWhoFollowsAndWhoDoesNot() {
    List<Four> both = Stream.of("1.6", "2.0.1").map(this::four).toList();

    eventually()
        .until(
            () -> {
              both.forEach(four -> four.offers().offer(four.offers().drawn(Instant.now())));
              both.forEach(four -> four.boasts().offer(FULL));
              return both.stream()
                  .map(Four::version)
                  .allMatch(
                      version -> hasSettled("offers-" + version) && disobeys("boasts-" + version));
            });
    for (Four four : both) {
      String version = four.version();
      eventually().until(() -> hasSettled("plans-" + version));
      eventually().until(() -> disobeys("ignores-" + version));

      assertThat(shownBy(four.offers())).isEqualTo("offered");
      assertThat(shownBy(four.plans())).isEqualTo("scheduled");
      assertThat(hasSettled("boasts-" + version)).isFalse();
      assertThat(hasSettled("ignores-" + version)).isFalse();
      four.all().forEach(charger -> charger.link().vanish());
    }
    assertThat(operator.get("/q/metrics").body())
        .containsPattern("event=\"offers_more\"[^}]*} [1-9]")
        .containsPattern("event=\"schedules_more\"[^}]*} [1-9]")
        .containsPattern(ignored("Headroom/Teller", "offered") + " [1-9]")
        .containsPattern(ignored("Headroom/Teller", "scheduled") + " [1-9]")
        .containsPattern(ignored("other", "scheduled") + " 0");
  }

  @Test
  void chargersAreCountedByTheModelsThatAreKnownAndByNoOthers() {
    String known = station + "-known";
    String madeUp = station + "-made-up";
    for (String id : List.of(known, madeUp)) {
      eventually().until(() -> operator.provision(id, PASSWORD) < 300);
    }
    double before = operator.metric("headroom_stations{model=\"other\"}");
    TailedCharger one = new TailedCharger(port, known, PASSWORD, "1.6", false);
    TailedCharger other = new TailedCharger(port, madeUp, PASSWORD, "2.0.1", false);
    one.boot(MODEL);
    other.boot("made up just now");

    eventually()
        .untilAsserted(
            () -> {
              assertThat(operator.metric("headroom_stations{model=\"Headroom/Teller\"}"))
                  .isGreaterThanOrEqualTo(1);
              assertThat(operator.metric("headroom_stations{model=\"other\"}"))
                  .isEqualTo(before + 1);
            });
    assertThat(operator.get("/q/metrics").body())
        .contains("headroom_stations{model=\"go-e*/*\"} 0")
        .contains("headroom_model_profiles_rejected_total{model=\"go-e*/*\"} 0")
        .doesNotContain("made up");
    one.link().vanish();
    other.link().vanish();
  }

  private static String ignored(String model, String by) {
    return "headroom_model_profiles_ignored_total\\{by=\"%s\",model=\"%s\"\\}".formatted(by, model);
  }

  private Four four(String version) {
    return new Four(
        version,
        charging("offers-" + version, version, Optional.empty()),
        charging("boasts-" + version, version, Optional.empty()),
        charging("plans-" + version, version, Optional.of(false)),
        charging("ignores-" + version, version, Optional.of(true)));
  }

  /**
   * @param ignoresLimits of a charger that tells its schedule
   */
  private TailedCharger charging(String name, String version, Optional<Boolean> ignoresLimits) {
    String id = station + "-" + name;
    String place = site + "-" + name;
    eventually().until(() -> operator.provision(id, PASSWORD) < 300);
    allocator.accept(place, id);
    allocator.own(place, Duration.ofSeconds(3));
    TailedCharger charger = new TailedCharger(port, id, PASSWORD, version, false);
    ignoresLimits.ifPresent(
        ignores -> charger.tellSchedule(ignores ? Optional.of(FULL) : Optional.empty()));
    charger.boot(MODEL);
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

  private boolean hasSettled(String name) {
    Optional<EvseState> state = allocator.state(site + "-" + name);
    return state
        .flatMap(EvseState::settled)
        .equals(state.flatMap(EvseState::acknowledged).map(ack -> ack.revision()));
  }

  private boolean disobeys(String name) {
    return allocator.state(site + "-" + name).filter(EvseState::disobeys).isPresent();
  }

  private String shownBy(TailedCharger charger) {
    return operator.json("/api/v1/stations/" + charger.station()).at("/evses/0/shownBy").asText();
  }
}
