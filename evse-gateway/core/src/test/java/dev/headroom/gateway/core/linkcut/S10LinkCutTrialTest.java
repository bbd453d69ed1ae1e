package dev.headroom.gateway.core.linkcut;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** S10: what a charger's own meter shows of the time its link was cut. */
class S10LinkCutTrialTest {

  private static final Instant CUT = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant FALL = CUT.plusSeconds(600);
  private static final Duration GRACE = Duration.ofSeconds(35);
  private static final Instant DUE = FALL.plus(GRACE);

  private final LinkCutTrial trial = trial(6000, 4158);

  @Test
  void passesWhenASampleAfterTheFallShowsTheFallback() {
    trial.sampled(1, 16_000, FALL);
    trial.sampled(1, 6100, DUE.plusSeconds(5));

    assertThat(trial.verdict())
        .isEqualTo(new Verdict(Outcome.PASSED, "evse-1 drew 6.1 A at " + DUE.plusSeconds(5)));
  }

  @Test
  void failsForGoodWhenOneShowsMore() {
    trial.sampled(1, 32_000, DUE.plusSeconds(5));
    trial.sampled(1, 6000, DUE.plusSeconds(10));

    assertThat(trial.failure()).isPresent();
    assertThat(trial.verdict().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(trial.verdict().evidence()).contains("evse-1 drew 32.0 A");
  }

  @Test
  void aVehicleThatDrawsNothingShowsNothing() {
    trial.sampled(1, 0, DUE.plusSeconds(5));

    assertThat(trial.verdict().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(trial.verdict().evidence()).contains("evse-1");
  }

  @Test
  void drawingNothingIsWhatAPauseIs() {
    LinkCutTrial pause = trial(0, 0);
    pause.sampled(1, 300, DUE.plusSeconds(5));

    assertThat(pause.verdict().outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void oneOfTwoIsNotEnough() {
    LinkCutTrial both =
        new LinkCutTrial(
            CUT, GRACE, List.of(expectation(1, 6000, 4158), expectation(2, 6000, 4158)));
    both.sampled(1, 6000, DUE.plusSeconds(5));
    assertThat(both.verdict().outcome()).isEqualTo(Outcome.INCONCLUSIVE);

    both.sampled(2, 6000, DUE.plusSeconds(5));
    assertThat(both.verdict().outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void theRegisterShowsThatItKeptItsLimit() {
    trial.registered(1, 10_000, CUT.minusSeconds(5));
    // An hour at 16 A instead of ten minutes: 11 kWh.
    trial.registered(1, 21_000, CUT.plusSeconds(3600));

    assertThat(trial.verdict().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(trial.verdict().evidence()).contains("took 11000 Wh");
  }

  @Test
  void theRegisterShowsThatItFellBack() {
    trial.registered(1, 10_000, CUT.minusSeconds(5));
    trial.registered(1, 15_300, CUT.plusSeconds(3600));

    assertThat(trial.verdict().outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void theRegisterOfAShortTimeShowsNothing() {
    trial.registered(1, 10_000, CUT.minusSeconds(5));
    trial.registered(1, 12_000, DUE.plusSeconds(10));

    assertThat(trial.verdict().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  private static LinkCutTrial trial(int fallback, long watts) {
    return new LinkCutTrial(CUT, GRACE, List.of(expectation(1, fallback, watts)));
  }

  private static Expectation expectation(int evseId, int fallback, long watts) {
    return new Expectation(evseId, "evse-" + evseId, 16_000, fallback, 11_085, watts, FALL);
  }
}
