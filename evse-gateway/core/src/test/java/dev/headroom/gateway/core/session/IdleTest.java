package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headroom.core.evse.Revision;
import dev.headroom.gateway.core.dialect.Occupancy;
import dev.headroom.gateway.core.fixture.Charger;
import dev.headroom.gateway.core.fixture.Line;
import dev.headroom.gateway.core.fixture.Sites;
import dev.headroom.gateway.core.profile.ProfilePurpose;
import dev.headroom.gateway.core.rpc.OcppVersion;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** An EVSE without a transaction is under its base profile alone. */
@ParameterizedClass
@EnumSource(OcppVersion.class)
class IdleTest {

  private final Charger charger;

  IdleTest(OcppVersion version) {
    charger = new Charger(version);
  }

  @Test
  void anIdleEvseAcknowledgesItsFallbackUnderTheBaseProfileAlone() {
    Line line = Line.booted(charger, Sites.oneBay());
    line.hold(Duration.ofHours(1));
    line.status(1, Occupancy.FREE);
    line.allocate(1, 6000);
    line.pass(Duration.ofSeconds(6));

    assertThat(line.state().acknowledged().orElseThrow().limitMilliamps()).isEqualTo(6000);
    assertThat(line.state().settled()).contains(new Revision(7, 1));
    assertThat(charger.profile(1, ProfilePurpose.TX)).isEmpty();
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
    assumeTrue(charger.version() == OcppVersion.OCPP_1_6, "2.0.1 charges in transactions alone");
    Line line = Line.booted(charger, Sites.oneBay());
    line.status(1, Occupancy.CHARGING);
    line.allocate(1, 6000);
    line.pass(Duration.ofSeconds(10));

    assertThat(line.state().settled()).isEmpty();
  }
}
