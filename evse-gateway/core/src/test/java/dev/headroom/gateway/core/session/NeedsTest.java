package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.evse.ChargingNeeds;
import dev.headroom.gateway.core.dialect.Occupancy;
import dev.headroom.gateway.core.fixture.Charger;
import dev.headroom.gateway.core.fixture.Line;
import dev.headroom.gateway.core.fixture.Sites;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.ocpp201.ACChargingParameters;
import dev.headroom.gateway.core.ocpp201.DCChargingParameters;
import dev.headroom.gateway.core.ocpp201.EnergyTransferMode;
import dev.headroom.gateway.core.ocpp201.NotifyEVChargingNeeds;
import dev.headroom.gateway.core.ocpp201.NotifyEVChargingNeedsStatus;
import dev.headroom.gateway.core.rpc.OcppVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What vehicles say they need (OCPP 2.0.1 K15), as it goes to the allocator. */
class NeedsTest {

  private final Line line = Line.booted(new Charger(OcppVersion.OCPP_2_0_1), Sites.oneBay());

  @Test
  void whatAVehicleSaysIsPublishedWithItsSession() {
    line.start(1);
    assertThat(needs()).isEqualTo(ChargingNeeds.UNKNOWN);

    Instant departure = line.now().plus(Duration.ofHours(8));
    assertThat(says(Optional.of(departure), ac(30_000)))
        .isEqualTo(NotifyEVChargingNeedsStatus.Accepted);
    assertThat(needs())
        .isEqualTo(new ChargingNeeds(OptionalLong.of(30_000), Optional.of(departure)));
  }

  @Test
  void whatItGotSinceIsNeededNoMore() {
    line.start(1);
    register(1000);
    says(Optional.empty(), ac(30_000));
    register(11_000);
    assertThat(needs().wattHours()).hasValue(20_000);

    register(500);
    assertThat(needs().wattHours()).hasValue(30_000);
    register(99_000);
    assertThat(needs().wattHours()).hasValue(0);
  }

  @Test
  void whatItSaysAnewHoldsFromThenOn() {
    line.start(1);
    register(1000);
    says(Optional.empty(), ac(30_000));
    register(11_000);
    says(Optional.empty(), ac(5000));

    assertThat(needs().wattHours()).hasValue(5000);
    says(Optional.empty(), Optional.empty());
    assertThat(needs()).isEqualTo(ChargingNeeds.UNKNOWN);
  }

  @Test
  void whatIsSaidBeforeTheTransactionWaitsForIt() {
    line.status(1, Occupancy.CONNECTED);
    assertThat(says(Optional.empty(), ac(30_000)))
        .isEqualTo(NotifyEVChargingNeedsStatus.Processing);
    line.start(1);

    assertThat(needs().wattHours()).hasValue(30_000);
  }

  @Test
  void theNextVehicleHasSaidNothing() {
    String first = line.start(1);
    says(Optional.empty(), ac(30_000));
    line.stop(first);
    line.pass(Duration.ofSeconds(1));
    String second = line.start(1);
    assertThat(needs()).isEqualTo(ChargingNeeds.UNKNOWN);

    line.stop(second);
    says(Optional.empty(), ac(30_000));
    line.status(1, Occupancy.FREE);
    line.pass(Duration.ofSeconds(1));
    line.start(1);
    assertThat(needs()).isEqualTo(ChargingNeeds.UNKNOWN);
  }

  @Test
  void directCurrentNeedsWhatTheBatteryLacksOfItsTarget() {
    line.start(1);
    says(Optional.empty(), dc(OptionalInt.of(12_000), OptionalInt.of(40), OptionalInt.of(80)));
    assertThat(needs().wattHours()).hasValue(12_000);
    says(Optional.empty(), dc(OptionalInt.empty(), OptionalInt.of(40), OptionalInt.of(80)));
    assertThat(needs().wattHours()).hasValue(24_000);
    says(Optional.empty(), dc(OptionalInt.empty(), OptionalInt.of(40), OptionalInt.empty()));
    assertThat(needs().wattHours()).hasValue(36_000);
    says(Optional.empty(), dc(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(80)));
    assertThat(needs().wattHours()).isEmpty();
  }

  @Test
  void nonsenseIsCountedAndUnknown() {
    line.start(1);
    Instant departure = line.now().plus(Duration.ofHours(1));
    says(Optional.of(departure), ac(-1));
    assertThat(needs()).isEqualTo(new ChargingNeeds(OptionalLong.empty(), Optional.of(departure)));
    says(Optional.of(line.now()), ac(10_000_001));
    assertThat(needs()).isEqualTo(ChargingNeeds.UNKNOWN);
    says(Optional.of(line.now().plus(Duration.ofDays(31))), ac(7000));
    assertThat(needs()).isEqualTo(new ChargingNeeds(OptionalLong.of(7000), Optional.empty()));
    says(Optional.empty(), dc(OptionalInt.empty(), OptionalInt.of(90), OptionalInt.of(80)));
    assertThat(needs()).isEqualTo(ChargingNeeds.UNKNOWN);

    assertThat(line.counted(GatewayEvent.REJECTED_NEEDS)).isEqualTo(4);
  }

  private ChargingNeeds needs() {
    return line.state().session().orElseThrow().needs();
  }

  private void register(int wattHours) {
    line.measure(
        1,
        line.now(),
        Line.value(
            Integer.toString(wattHours), "Energy.Active.Import.Register", Optional.empty(), "Wh"));
  }

  private NotifyEVChargingNeedsStatus says(
      Optional<Instant> departure, Optional<ACChargingParameters> ac) {
    return says(
        new dev.headroom.gateway.core.ocpp201.ChargingNeeds(
            EnergyTransferMode.AC_single_phase, departure, ac, Optional.empty()));
  }

  private NotifyEVChargingNeedsStatus says(Optional<Instant> departure, DCChargingParameters dc) {
    return says(
        new dev.headroom.gateway.core.ocpp201.ChargingNeeds(
            EnergyTransferMode.DC, departure, Optional.empty(), Optional.of(dc)));
  }

  private NotifyEVChargingNeedsStatus says(dev.headroom.gateway.core.ocpp201.ChargingNeeds needs) {
    var answer = line.call(new NotifyEVChargingNeeds.Req(1, OptionalInt.empty(), needs));
    return ((NotifyEVChargingNeeds.Res) answer).status();
  }

  private static Optional<ACChargingParameters> ac(int wattHours) {
    return Optional.of(new ACChargingParameters(wattHours, 6, 32, 400));
  }

  /** A battery of 60 kWh. */
  private static DCChargingParameters dc(
      OptionalInt wattHours, OptionalInt charge, OptionalInt target) {
    return new DCChargingParameters(
        200,
        500,
        wattHours,
        OptionalInt.empty(),
        charge,
        OptionalInt.of(60_000),
        target,
        OptionalInt.empty());
  }
}
