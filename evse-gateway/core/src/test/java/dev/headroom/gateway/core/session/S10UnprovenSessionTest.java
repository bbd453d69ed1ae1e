package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.evse.Acknowledgement;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.Revision;
import dev.headroom.gateway.core.fixture.Charger;
import dev.headroom.gateway.core.fixture.Line;
import dev.headroom.gateway.core.fixture.Sites;
import dev.headroom.gateway.core.profile.ProfilePurpose;
import dev.headroom.gateway.core.rpc.OcppVersion;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** S10: a session under a base profile that is not proven follows no limit that could count. */
@ParameterizedClass
@EnumSource(OcppVersion.class)
class S10UnprovenSessionTest {

  private static final int FALLBACK = 6000;

  private final Charger charger;

  S10UnprovenSessionTest(OcppVersion version) {
    charger = new Charger(version);
  }

  private Line idle(String proven) {
    Line line = new Line(charger, SessionSettings.defaults(Set.of(proven)));
    line.open(Optional.of(Sites.oneBay())).boot();
    line.hold(Duration.ofHours(24));
    line.allocate(1, FALLBACK);
    line.pass(Duration.ofSeconds(10));
    return line;
  }

  @Test
  void itsBaseProfileAcknowledgesNothingAndItIsToldItsLimitAtOnce() {
    Line line = idle("Another/Model");
    charger.refuse(ProfilePurpose.TX);
    line.start(1);
    assertThat(line.state().acknowledged()).isEmpty();
    assertThat(line.state().settled()).isEmpty();
    charger.behave();
    line.pass(Duration.ofSeconds(10));
    assertThat(charger.profile(1, ProfilePurpose.TX)).isPresent();
    assertThat(line.state().acknowledged().map(Acknowledgement::limitMilliamps)).contains(FALLBACK);
    assertThat(line.state().settled()).as("not yet seen").isEmpty();
    line.measure(1, "5.9");
    assertThat(line.state().settled()).contains(new Revision(7, 1));
  }

  @Test
  void aProvenOneKeepsToItsBaseProfileWithoutAWrite() {
    Line line = idle(Line.MODEL);
    line.start(1);
    EvseState state = line.state();
    assertThat(state.acknowledged().map(Acknowledgement::limitMilliamps)).contains(FALLBACK);
    assertThat(charger.profile(1, ProfilePurpose.TX)).isEmpty();
  }
}
