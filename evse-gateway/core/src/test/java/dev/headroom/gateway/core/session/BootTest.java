package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.gateway.core.dialect.StationIdentity;
import dev.headroom.gateway.core.fixture.Charger;
import dev.headroom.gateway.core.fixture.Line;
import dev.headroom.gateway.core.fixture.Sites;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.gateway.core.rpc.Request;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(OcppVersion.class)
class BootTest {

  private static final StationIdentity KNOWN =
      new StationIdentity("Headroom", "Simulated AC", Optional.of("1.0"));

  private final Charger charger;
  private final Line line;

  BootTest(OcppVersion version) {
    charger = new Charger(version);
    line = new Line(charger);
  }

  @Test
  void saysNothingBeforeTheBoot() {
    line.open(Optional.of(Sites.oneBay()));
    line.pass(Duration.ofSeconds(29));
    assertThat(charger.heard()).isEmpty();

    line.boot();
    assertThat(charger.heard()).isNotEmpty();
    assertThat(line.counted(GatewayEvent.PROVISIONED_WITHOUT_BOOT)).isZero();
  }

  @Test
  void goesOnWithoutABootAfterHalfAMinute() {
    line.open(Optional.of(Sites.oneBay()), Optional.of(KNOWN));
    line.pass(Duration.ofSeconds(30));

    assertThat(line.counted(GatewayEvent.PROVISIONED_WITHOUT_BOOT)).isEqualTo(1);
    assertThat(line.state().baseAccepted()).isTrue();
    assertThat(line.state().fallbackProven()).isTrue();
    assertThat(charger.heard()).noneMatch(BootTest::isTrigger);
  }

  @Test
  void anyOtherMessageSaysThatNoBootWillCome() {
    line.open(Optional.of(Sites.oneBay()), Optional.of(KNOWN));
    line.heartbeat();

    assertThat(line.state().baseAccepted()).isTrue();
  }

  @Test
  void asksAStrangerThatDoesNotBootWhatItIs() {
    line.open(Optional.of(Sites.oneBay()));
    line.heartbeat();
    assertThat(charger.heard().getFirst()).matches(BootTest::isTrigger);
    assertThat(line.state().fallbackProven()).isFalse();

    charger.forgetWhatItHeard();
    line.boot();
    assertThat(charger.heard()).as("that was no restart").isEmpty();
    assertThat(line.state().baseAccepted()).isTrue();
    assertThat(line.state().fallbackProven()).isTrue();

    line.boot();
    assertThat(charger.heard()).as("that was").isNotEmpty();
  }

  @Test
  void aBootLongAfterItWasAskedForIsARestart() {
    line.open(Optional.of(Sites.oneBay()));
    line.heartbeat();
    line.pass(Duration.ofSeconds(61));
    charger.forgetWhatItHeard();
    line.boot();

    assertThat(charger.heard()).isNotEmpty();
  }

  @Test
  void aStationInASiteIsAccepted() {
    line.open(Optional.of(Sites.oneBay()));

    assertThat(line.boot()).isTrue();
    assertThat(line.effects(Effect.StationBooted.class))
        .containsExactly(new Effect.StationBooted(KNOWN, line.now()));
  }

  @Test
  void aStationInNoSiteIsPendingUntilItHasOne() {
    line.open(Optional.empty());
    assertThat(line.boot()).isFalse();
    line.pass(Duration.ofMinutes(2));
    assertThat(charger.heard()).isEmpty();
    assertThat(line.effects(Effect.PublishState.class)).isEmpty();

    line.take(new Input.SiteChanged(Optional.of(Sites.oneBay())));
    assertThat(charger.heard().getFirst()).matches(BootTest::isTrigger);
    assertThat(line.boot()).isTrue();
    assertThat(line.state().online()).isTrue();
    assertThat(line.state().baseAccepted()).isTrue();
  }

  @Test
  void aChangedFallbackIsInstalledAtOnce() {
    line.open(Optional.of(Sites.oneBay()));
    line.boot();
    line.take(new Input.SiteChanged(Optional.of(Sites.of(Sites.bay(1, 8000)))));

    assertThat(charger.limit(1, line.now())).isEqualTo(8000);
    assertThat(line.state().baseAccepted()).isTrue();
    assertThat(line.effects(Effect.PublishState.class).map(Effect.PublishState::state))
        .allMatch(state -> state.online());
  }

  @Test
  void anEvseThatIsNoLongerThereGoesOffline() {
    line.open(Optional.of(Sites.of(Sites.bay(1, 6000), Sites.bay(2, 6000))));
    line.boot();
    line.take(new Input.SiteChanged(Optional.of(Sites.oneBay())));

    assertThat(line.state("bay-2").online()).isFalse();
    assertThat(line.state("bay-1").online()).isTrue();
  }

  @Test
  void theFirstRecordOfAConnectionOpensItAndTheLastSaysOffline() {
    line.open(Optional.of(Sites.oneBay()));
    line.boot();
    line.take(new Input.Closed());

    assertThat(line.effects(Effect.PublishState.class).map(Effect.PublishState::opens))
        .startsWith(true)
        .filteredOn(opens -> opens)
        .hasSize(1);
    assertThat(line.state().online()).isFalse();
    assertThat(line.take(new Input.Tick())).isEmpty();
  }

  @Test
  void publishesAtLeastEveryTenSecondsAndOtherwiseOnChange() {
    line.open(Optional.of(Sites.oneBay()));
    line.boot();
    long before = line.effects(Effect.PublishState.class).count();
    line.pass(Duration.ofSeconds(30));

    assertThat(line.effects(Effect.PublishState.class).count() - before).isEqualTo(3);
  }

  @Test
  void opensFirstAndOnce() {
    assertThatThrownBy(() -> line.take(new Input.Tick()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("station-1");
    line.open(Optional.empty());
    assertThatThrownBy(() -> line.open(Optional.empty())).isInstanceOf(IllegalStateException.class);
  }

  private static boolean isTrigger(Request request) {
    return request.action().wireName().equals("TriggerMessage");
  }
}
