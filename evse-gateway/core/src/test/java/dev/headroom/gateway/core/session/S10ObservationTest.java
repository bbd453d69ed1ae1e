package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.gateway.core.fixture.Charger;
import dev.headroom.gateway.core.fixture.Line;
import dev.headroom.gateway.core.fixture.Sites;
import dev.headroom.gateway.core.linkcut.Readiness;
import dev.headroom.gateway.core.rpc.OcppVersion;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** S10: a charger whose link was cut is listened to before anything is written to it. */
@ParameterizedClass
@EnumSource(OcppVersion.class)
class S10ObservationTest {

  private final Charger charger;

  S10ObservationTest(OcppVersion version) {
    charger = new Charger(version);
  }

  @Test
  void nothingIsAskedOfItUntilThen() {
    Line line = new Line(charger);
    line.session().observe(line.now().plusSeconds(15));
    line.open(Optional.of(Sites.oneBay()));
    line.boot();
    line.start(1);
    line.measure(1, "31");
    line.pass(Duration.ofSeconds(14));
    assertThat(charger.heard()).isEmpty();
    assertThat(line.effects(Effect.Sampled.class))
        .anyMatch(
            sample -> sample.evseId() == 1 && sample.milliamps().equals(OptionalInt.of(31_000)));

    line.pass(Duration.ofSeconds(2));
    assertThat(charger.heard()).isNotEmpty();
  }

  @Test
  void samplesAreNotToldOfOtherwise() {
    Line line = Line.charging(charger);
    line.measure(1, "6");

    assertThat(line.effects(Effect.Sampled.class)).isEmpty();
  }

  @Test
  void itsLinkCanBeCutWhileItsVehicleDrawsMoreThanItsFallback() {
    Line line = Line.charging(charger);
    line.allocate(1, 16_000);
    assertThat(line.session().readiness())
        .as("draws nothing yet")
        .isInstanceOf(Readiness.NotReady.class);

    line.measure(1, "15.5");
    assertThat(line.session().readiness())
        .isInstanceOfSatisfying(
            Readiness.Ready.class,
            ready -> {
              assertThat(ready.identity().model()).isEqualTo("Simulated AC");
              assertThat(ready.expectations())
                  .singleElement()
                  .satisfies(
                      expected -> {
                        assertThat(expected.limitMilliamps()).isEqualTo(16_000);
                        assertThat(expected.fallbackMilliamps()).isEqualTo(6000);
                        assertThat(expected.fallsAt()).isEqualTo(line.now().plusSeconds(600));
                      });
            });
  }
}
