package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.gateway.core.fixture.Charger;
import dev.headroom.gateway.core.fixture.Line;
import dev.headroom.gateway.core.fixture.Sites;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.profile.Profile;
import dev.headroom.gateway.core.profile.ProfilePurpose;
import dev.headroom.gateway.core.rpc.OcppVersion;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** S6: an EVSE that knows only some currents is never told another, at no level of no profile. */
@ParameterizedClass
@EnumSource(OcppVersion.class)
class S6PilotTest {

  private final Charger charger;

  S6PilotTest(OcppVersion version) {
    charger = new Charger(version);
  }

  @Test
  void whatIsGrantedIsRoundedDownToWhatItAccepts() {
    Line line = charging(8000);
    line.allocate(1, 31_999);

    assertThat(levels(ProfilePurpose.TX)).containsExactly("16.0", "8.0", "8.0");
    assertThat(line.state().acknowledged().orElseThrow().limitMilliamps()).isEqualTo(16_000);
    assertThat(line.counted(GatewayEvent.LIMIT_OUT_OF_RANGE)).isEqualTo(1);
  }

  @Test
  void belowTheLeastItAcceptsItPauses() {
    Line line = charging(8000);
    line.allocate(1, 7900);

    assertThat(levels(ProfilePurpose.TX)).containsExactly("0.0", "0.0", "8.0");
  }

  @Test
  void itsBaseIsACurrentItAccepts() {
    charging(8000);

    assertThat(levels(ProfilePurpose.TX_DEFAULT)).containsExactly("8.0");
  }

  /** From a site that was accepted before its fallback had to be one of them. */
  @Test
  void aFallbackItDoesNotAcceptIsRoundedDownToo() {
    Line line = charging(20_000);
    line.allocate(1, 32_000);

    assertThat(levels(ProfilePurpose.TX_DEFAULT)).containsExactly("16.0");
    assertThat(levels(ProfilePurpose.TX)).containsExactly("32.0", "16.0", "16.0");
  }

  private Line charging(int fallbackMilliamps) {
    Line line =
        Line.booted(
            charger, Sites.of(Sites.bayThatAccepts(fallbackMilliamps, 8000, 16_000, 32_000)));
    line.hold(Duration.ofHours(24));
    line.start(1);
    return line;
  }

  private List<String> levels(ProfilePurpose purpose) {
    return charger.profile(1, purpose).orElseThrow().periods().stream()
        .map(Profile.Period::limit)
        .map(BigDecimal::toPlainString)
        .toList();
  }
}
