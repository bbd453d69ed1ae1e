package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.gateway.core.fixture.Charger;
import dev.headroom.gateway.core.fixture.Line;
import dev.headroom.gateway.core.metering.Reading;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.rpc.OcppVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** S4: no input raises a limit above a rating; nonsense is rejected and counted. */
@ParameterizedClass
@EnumSource(OcppVersion.class)
class S4NonsenseTest {

  private final Charger charger;
  private final Line line;

  S4NonsenseTest(OcppVersion version) {
    charger = new Charger(version);
    line = Line.charging(charger);
  }

  @Test
  void aLimitAboveTheRatingIsLowered() {
    line.allocate(1, 100_000);

    assertThat(charger.limit(1, line.now())).isEqualTo(32_000);
    assertThat(line.state().acknowledged().orElseThrow().limitMilliamps()).isEqualTo(32_000);
    assertThat(line.counted(GatewayEvent.LIMIT_OUT_OF_RANGE)).isEqualTo(1);
  }

  @Test
  void aLimitNoPilotCanOfferIsAPause() {
    line.allocate(1, 5900);

    assertThat(charger.limit(1, line.now())).isZero();
    assertThat(line.counted(GatewayEvent.LIMIT_OUT_OF_RANGE)).isEqualTo(1);
  }

  @Test
  void nonsenseIsNoMeasurement() {
    List<String> nonsense =
        charger.version() == OcppVersion.OCPP_1_6
            ? List.of("NaN", "-3", "", "1e400", "61", "Infinity", "0x10")
            : List.of("-3", "1e400", "61");
    nonsense.forEach(number -> line.measure(1, number));
    assertThat(line.state().measured()).isEmpty();
    assertThat(line.counted(GatewayEvent.REJECTED_SAMPLE)).isEqualTo(nonsense.size());

    line.measure(1, "59.999");
    assertThat(line.state().measured().orElseThrow().milliamps())
        .isEqualTo(PerPhase.same(List.of(Phase.L1, Phase.L2), 59_999));
  }

  @Test
  void aReplayFromAnOfflineQueueDrivesNothing() {
    line.allocate(1, 10_000);
    line.pass(Duration.ofMinutes(2));
    line.measure(1, line.now().minusSeconds(61), Line.current("9", Optional.empty()));

    assertThat(line.state().measured()).isEmpty();
    assertThat(line.state().settled()).isEmpty();
    assertThat(line.counted(GatewayEvent.OLD_SAMPLE)).isEqualTo(1);
  }

  @Test
  void theReceiveTimeCountsAndNotTheChargersClock() {
    line.measure(1, line.now().minusSeconds(30), Line.current("9", Optional.empty()));

    assertThat(line.state().measured().orElseThrow().at()).isEqualTo(line.now());
  }

  @Test
  void ofSeveralSamplesTheNewestCounts() {
    line.read(
        1,
        new Reading(line.now(), List.of(Line.current("9", Optional.empty()))),
        new Reading(line.now().minusSeconds(5), List.of(Line.current("20", Optional.empty()))),
        new Reading(line.now().minusSeconds(500), List.of(Line.current("30", Optional.empty()))));

    assertThat(line.state().measured().orElseThrow().milliamps().largest()).isEqualTo(9000);
  }
}
