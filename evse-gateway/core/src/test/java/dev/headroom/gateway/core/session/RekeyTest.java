package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.gateway.core.dialect.Outcome;
import dev.headroom.gateway.core.dialect.Secret;
import dev.headroom.gateway.core.fixture.Charger;
import dev.headroom.gateway.core.fixture.Line;
import dev.headroom.gateway.core.rpc.OcppVersion;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Another password for a charger: 2.0.1 A01, security whitepaper of 1.6 §2.4. */
@ParameterizedClass
@EnumSource(OcppVersion.class)
class RekeyTest {

  private static final String PASSWORD = "correct-horse-battery-42";

  private final Charger charger;

  RekeyTest(OcppVersion version) {
    charger = new Charger(version);
  }

  @Test
  void isGivenUnderTheNameTheVersionHasForIt() {
    Line line = Line.charging(charger);
    line.take(new Input.Rekey(new Secret(PASSWORD)));
    String key =
        switch (charger.version()) {
          case OCPP_1_6 -> "AuthorizationKey";
          case OCPP_2_0_1 -> "BasicAuthPassword";
        };
    assertThat(charger.settings())
        .anySatisfy(
            (name, value) -> {
              assertThat(name).endsWith(key);
              assertThat(value).isEqualTo(PASSWORD);
            });
    assertThat(line.effects(Effect.Rekeyed.class))
        .containsExactly(new Effect.Rekeyed(new Outcome.Done()));
    assertThat(new Input.Rekey(new Secret(PASSWORD)).toString()).doesNotContain(PASSWORD);
  }

  @Test
  void aRefusalIsToldAndNotRepeated() {
    Line line = Line.charging(charger);
    charger.refuse(PASSWORD);
    charger.forgetWhatItHeard();
    line.take(new Input.Rekey(new Secret(PASSWORD)));
    line.pass(Duration.ofMinutes(1));
    assertThat(charger.heard()).hasSize(1);
    assertThat(line.effects(Effect.Rekeyed.class))
        .containsExactly(new Effect.Rekeyed(new Outcome.Refused()));
  }

  @Test
  void silenceMayMeanThatItHasItAndTheLimitsGoOn() {
    Line line = Line.charging(charger);
    line.allocate(1, 20_000);
    charger.fallSilent();
    line.take(new Input.Rekey(new Secret(PASSWORD)));
    line.pass(Duration.ofSeconds(29));
    assertThat(line.effects(Effect.Rekeyed.class)).isEmpty();
    charger.behave();
    line.pass(Duration.ofSeconds(2));
    assertThat(line.effects(Effect.Rekeyed.class))
        .containsExactly(new Effect.Rekeyed(new Outcome.Unanswered()));
    line.allocate(2, 15_000);
    assertThat(charger.limit(1, line.now())).isEqualTo(15_000);
    assertThat(charger.settings()).doesNotContainValue(PASSWORD);
  }

  @Test
  void aCutGoesFirst() {
    Line line = Line.charging(charger);
    line.allocate(1, 10_000);
    charger.fallSilent();
    line.allocate(2, 30_000);
    line.take(new Input.Rekey(new Secret(PASSWORD)));
    line.allocate(3, 10_000);
    charger.behave();
    charger.forgetWhatItHeard();
    line.pass(Duration.ofSeconds(40));
    assertThat(charger.heard().getFirst().action().wireName()).isEqualTo("SetChargingProfile");
    assertThat(charger.limit(1, line.now())).isEqualTo(10_000);
    assertThat(line.effects(Effect.Rekeyed.class)).hasSize(1);
  }
}
