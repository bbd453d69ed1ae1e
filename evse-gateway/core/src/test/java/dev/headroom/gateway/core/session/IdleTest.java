package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.evse.Revision;
import dev.headroom.gateway.core.fixture.Charger;
import dev.headroom.gateway.core.fixture.Line;
import dev.headroom.gateway.core.fixture.Sites;
import dev.headroom.gateway.core.ocpp16.ChargePointStatus;
import dev.headroom.gateway.core.ocpp16.ChargingProfilePurpose;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An EVSE without a transaction is under its base profile alone. */
class IdleTest {

  private final Charger charger = new Charger();

  @Test
  void anIdleEvseAcknowledgesItsFallbackUnderTheBaseProfileAlone() {
    Line line = Line.booted(charger, Sites.oneBay());
    line.hold(Duration.ofHours(1));
    line.status(1, ChargePointStatus.Available);
    line.allocate(1, 6000);
    line.pass(Duration.ofSeconds(6));

    assertThat(line.state().acknowledged().orElseThrow().limitMilliamps()).isEqualTo(6000);
    assertThat(line.state().settled()).contains(new Revision(7, 1));
    assertThat(charger.profile(1, ChargingProfilePurpose.TxProfile)).isEmpty();
  }

  @Test
  void anIdleEvseAcknowledgesNoOtherLimit() {
    Line line = Line.booted(charger, Sites.oneBay());
    line.hold(Duration.ofHours(1));
    line.allocate(1, 16_000);
    line.pass(Duration.ofSeconds(6));

    assertThat(line.state().acknowledged()).isEmpty();
  }

  @Test
  void aConnectorThatChargesWithoutATransactionIsNotSettled() {
    Line line = Line.booted(charger, Sites.oneBay());
    line.status(1, ChargePointStatus.Charging);
    line.allocate(1, 6000);
    line.pass(Duration.ofSeconds(10));

    assertThat(line.state().settled()).isEmpty();
  }
}
