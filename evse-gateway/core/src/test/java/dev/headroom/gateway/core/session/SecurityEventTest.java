package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.gateway.core.dialect.SecurityEvent;
import dev.headroom.gateway.core.fixture.Charger;
import dev.headroom.gateway.core.fixture.Line;
import dev.headroom.gateway.core.fixture.Sites;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.gateway.core.rpc.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What chargers tell of their security: heard, and bounded. */
@ParameterizedClass
@EnumSource(OcppVersion.class)
class SecurityEventTest {

  private final OcppVersion version;

  SecurityEventTest(OcppVersion version) {
    this.version = version;
  }

  @Test
  void isToldOnceAndCutToItsLengthWithoutControlCharacters() {
    Line line = Line.booted(new Charger(version), Sites.oneBay());
    line.call(event("Tamper\nDetected" + "x".repeat(500), line.now(), Optional.of("a\r\nb\u0000")));
    SecurityEvent heard =
        line.effects(Effect.SecurityEventHeard.class).findFirst().orElseThrow().event();
    assertThat(heard.type()).hasSize(50).startsWith("Tamper?Detected");
    assertThat(heard.info()).contains("a??b?");
    assertThat(line.counted(GatewayEvent.SECURITY_EVENT)).isEqualTo(1);
  }

  @Test
  void aFloodIsCountedAndNotWrittenDown() {
    Line line = Line.booted(new Charger(version), Sites.oneBay());
    for (int i = 0; i < 1000; i++) {
      line.call(event("InvalidMessages", line.now(), Optional.empty()));
    }
    assertThat(line.counted(GatewayEvent.SECURITY_EVENT)).isEqualTo(1000);
    assertThat(line.effects(Effect.SecurityEventHeard.class)).hasSize(SecurityDesk.BURST);
    assertThat(line.counted(GatewayEvent.SECURITY_EVENT_DROPPED))
        .isEqualTo(1000 - SecurityDesk.BURST);
    line.pass(Duration.ofMinutes(4));
    line.call(event("InvalidMessages", line.now(), Optional.empty()));
    assertThat(line.effects(Effect.SecurityEventHeard.class)).hasSize(SecurityDesk.BURST + 1);
  }

  private Request event(String type, Instant at, Optional<String> info) {
    return switch (version) {
      case OCPP_1_6 ->
          new dev.headroom.gateway.core.ocpp16.SecurityEventNotification.Req(type, at, info);
      case OCPP_2_0_1 ->
          new dev.headroom.gateway.core.ocpp201.SecurityEventNotification.Req(type, at, info);
    };
  }
}
