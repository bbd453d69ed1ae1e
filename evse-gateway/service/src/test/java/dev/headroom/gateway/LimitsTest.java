package dev.headroom.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.contract.topic.Topic;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.Revision;
import dev.headroom.gateway.actor.Charger;
import dev.headroom.gateway.actor.OcppSchemas;
import dev.headroom.gateway.actor.RawSocket;
import dev.headroom.gateway.core.rpc.OcppVersion;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** From an allocation on the broker to the charger's profile, and back. */
@QuarkusTest
@TestProfile(LimitsTest.Quick.class)
class LimitsTest extends GatewayTest {

  private static final Duration LEASE = Duration.ofSeconds(3);

  /** Times short enough to wait for. */
  public static final class Quick implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "headroom.gateway.profile-ttl", "20s",
          "headroom.gateway.clock-margin", "1s",
          "headroom.gateway.settle", "1s",
          "headroom.gateway.publish-interval", "2s",
          "headroom.gateway.ping-interval", "500ms",
          "headroom.gateway.pong-timeout", "2s",
          "headroom.gateway.proven-models", "Headroom/Simulated AC");
    }
  }

  @Test
  void givesABaseProfileAtBootAndALiveLimitInASession() {
    allocator.accept(site, station);
    allocator.own(site, LEASE);
    Charger charger = connect();
    charger.boot();
    charger.status(1, "Available");
    eventually().until(() -> !charger.profiles("TxDefaultProfile").isEmpty());
    eventually().until(() -> state(EvseState::baseAccepted));

    charger.status(1, "Charging");
    int transaction = charger.start();
    charger.meter(transaction, "6.0");
    Revision revision = allocator.limit(site, allocator.epoch(site), 1, 16_000);
    eventually().until(() -> !charger.profiles("TxProfile").isEmpty());
    assertThat(periods(charger)).first().isEqualTo("16");
    assertThat(periods(charger)).hasSizeGreaterThan(1).last().isEqualTo("6");

    eventually().until(() -> acknowledged(revision));
    charger.meter(transaction, "15.9");
    eventually().until(() -> state(it -> it.measured().isPresent()));
    assertThat(allocator.state(site).orElseThrow().measured().orElseThrow().milliamps().phases())
        .containsExactlyInAnyOrder(Phase.L1, Phase.L2, Phase.L3);
    eventually()
        .until(
            () -> {
              charger.meter(transaction, "15.9");
              return state(it -> it.settled().filter(revision::equals).isPresent());
            });
    charger.stop(transaction, 3500);
    eventually()
        .until(
            () ->
                operator.json("/api/v1/sessions?site=" + site).path(0).path("energyWh").asInt()
                    == 2500);
    assertFitsTheSchemas(charger);
    charger.vanish();
  }

  @Test
  void showsHowAStationStandsAndHowOftenItWasWrittenTo() {
    Charger charger = charging();
    Revision revision = allocator.limit(site, allocator.epoch(site), 1, 16_000);
    eventually().until(() -> acknowledged(revision));
    double writes = operator.metric("headroom_profile_writes_total");
    eventually()
        .until(() -> operator.json("/api/v1/stations/" + station).at("/known/proven").asBoolean());
    JsonNode shown = operator.json("/api/v1/stations/" + station);
    assertThat(shown.path("connected").asBoolean()).isTrue();
    JsonNode evse = shown.at("/evses/0");
    assertThat(evse.path("evse").asText()).isEqualTo("evse-1");
    assertThat(evse.path("limitMilliamps").asInt()).isEqualTo(16_000);
    assertThat(evse.path("pilotDutyPercent").decimalValue()).isEqualByComparingTo("26.6");
    assertThat(evse.path("fallbackCounts").asBoolean()).isTrue();
    int before = evse.path("profileWritesToday").asInt();
    assertThat(before).as("the base and a live one").isGreaterThanOrEqualTo(2);
    assertThat(writes).isGreaterThanOrEqualTo(before);
    charger.vanish();
    eventually().until(() -> state(it -> !it.online()));
    assertThat(operator.json("/api/v1/stations/" + station).path("evses")).isEmpty();
    Charger again = connect();
    again.boot();
    eventually()
        .until(
            () ->
                operator
                        .json("/api/v1/stations/" + station)
                        .at("/evses/0/profileWritesToday")
                        .asInt()
                    > before);
    again.vanish();
  }

  @Test
  void findsADeadSocketAndPublishesThatItsEvseIsOffline() throws IOException {
    allocator.accept(site, station);
    try (RawSocket silent = RawSocket.connect(port, station, PASSWORD)) {
      eventually().until(() -> state(EvseState::online));
      eventually().until(() -> state(it -> !it.online()));
      assertThat(silent.closeCode()).isEqualTo(1001);
    }
    assertThat(operator.metric("headroom_ocpp_dead_sockets_total")).isPositive();
  }

  @Test
  void publishesTheOpeningRecordFirstAndItsOffsetAsTheEpochOfTheRest() {
    allocator.accept(site, station);
    Charger charger = connect();
    charger.boot();
    eventually().until(() -> allocator.history(site).size() >= 2);
    charger.vanish();
    eventually().until(() -> state(it -> !it.online()));
    List<EvseState> history = allocator.history(site);
    assertThat(history.getFirst().connectionEpoch()).isEmpty();
    assertThat(history.stream().skip(1).map(EvseState::connectionEpoch).distinct()).hasSize(1);
    assertThat(history.get(1).connectionEpoch()).isPresent();
  }

  @Test
  void poisonOnItsTopicsIsSkippedAndCounted() {
    double before = operator.metric("headroom_records_skipped_total");
    allocator.write(Topic.LIMITS, site, new byte[] {1, 2, 3});
    allocator.write(Topic.SITES, site, "{".getBytes(UTF_8));
    eventually()
        .untilAsserted(
            () ->
                assertThat(operator.metric("headroom_records_skipped_total"))
                    .isEqualTo(before + 2));
    Charger charger = charging();
    Revision revision = allocator.limit(site, allocator.epoch(site), 1, 16_000);
    eventually().until(() -> acknowledged(revision));
    charger.vanish();
  }

  @Test
  void aReconnectDuringASessionTakesItUpAgain() {
    Charger charger = charging();
    Revision revision = allocator.limit(site, allocator.epoch(site), 1, 16_000);
    eventually().until(() -> acknowledged(revision));
    String session = allocator.state(site).orElseThrow().session().orElseThrow().id();
    charger.vanish();
    eventually().until(() -> state(it -> !it.online()));
    Charger again = connect();
    again.status(1, "Charging");
    eventually()
        .until(
            () ->
                state(
                    it ->
                        it.online()
                            && it.session().filter(s -> s.id().equals(session)).isPresent()));
    eventually().until(() -> acknowledged(revision));
    again.vanish();
  }

  @Test
  void s7DropsAnAllocationOfAnEarlierOwner() {
    Charger charger = charging();
    Revision revision = allocator.limit(site, allocator.epoch(site), 5, 16_000);
    eventually().until(() -> acknowledged(revision));
    double before = operator.metric("headroom_gateway_events_total{event=\"older_allocation\"}");
    allocator.limit(site, allocator.epoch(site) - 1, 900, 32_000);
    allocator.limit(site, allocator.epoch(site), 4, 31_000);
    Revision next = allocator.limit(site, allocator.epoch(site), 6, 12_000);
    eventually().until(() -> acknowledged(next));
    assertThat(charger.liveLimits()).doesNotContain("32", "31");
    assertThat(operator.metric("headroom_gateway_events_total{event=\"older_allocation\"}"))
        .isEqualTo(before + 2);
    charger.vanish();
  }

  @Test
  void s5PushesTheFallbackWhenTheAllocatorFallsSilent() {
    Charger charger = charging();
    Revision revision = allocator.limit(site, allocator.epoch(site), 1, 16_000);
    eventually().until(() -> acknowledged(revision));
    allocator.fallSilent();
    eventually().until(() -> charger.liveLimits().getLast().equals("6"));
    charger.vanish();
  }

  private static void assertFitsTheSchemas(Charger charger) {
    OcppSchemas.installed(OcppVersion.OCPP_1_6)
        .ifPresent(
            schemas ->
                assertThat(charger.frames())
                    .allSatisfy(
                        frame ->
                            assertThat(schemas.faultsOf(frame, charger.actionOf(idOf(frame))))
                                .isEmpty()));
  }

  private static String idOf(String frame) {
    return frame.split("\"", 3)[1];
  }

  private Charger charging() {
    allocator.accept(site, station);
    allocator.own(site, LEASE);
    Charger charger = connect();
    charger.boot();
    charger.status(1, "Charging");
    int transaction = charger.start();
    charger.meter(transaction, "6.0");
    return charger;
  }

  private boolean state(Predicate<EvseState> wanted) {
    return allocator.state(site).filter(wanted).isPresent();
  }

  private boolean acknowledged(Revision revision) {
    return state(
        it -> it.acknowledged().filter(ack -> ack.revision().equals(revision)).isPresent());
  }

  private static List<String> periods(Charger charger) {
    JsonNode profile = charger.profiles("TxProfile").getLast();
    return profile
        .get("chargingSchedule")
        .get("chargingSchedulePeriod")
        .findValues("limit")
        .stream()
        .map(limit -> limit.decimalValue().stripTrailingZeros().toPlainString())
        .toList();
  }
}
