package dev.headroom.gateway.core.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.gateway.core.ocpp201.CompositeSchedule;
import dev.headroom.gateway.core.profile.RateUnit;
import dev.headroom.gateway.core.profile.ToldSchedule;
import dev.headroom.gateway.core.profile.ToldSchedule.Level;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schedules as chargers tell them, read leniently. */
class ToldSchedulesTest {

  private static final Errand.AskSchedule ASKED =
      new Errand.AskSchedule(1, Duration.ofMinutes(5), RateUnit.WATTS);

  @Test
  void whatIsLeftOutIsAsItWasAskedFor() {
    assertThat(read(Optional.empty(), Optional.empty(), period(OptionalInt.empty(), "2300.5")))
        .isEqualTo(
            new Outcome.Scheduled(
                new ToldSchedule(
                    Optional.empty(),
                    Optional.empty(),
                    RateUnit.WATTS,
                    List.of(new Level(0, new BigDecimal("2300.5"))))));
  }

  @Test
  void levelsAreReadInTheOrderOfTheirTimesAndTheOtherUnitToo() {
    Outcome outcome =
        read(
            Optional.of("2026-11-22T13:00:00+01:00"),
            Optional.of("A"),
            period(OptionalInt.of(60), "6"),
            period(OptionalInt.of(0), "16"));

    ToldSchedule told = ((Outcome.Scheduled) outcome).schedule();
    assertThat(told.start()).contains(Instant.parse("2026-11-22T12:00:00Z"));
    assertThat(told.unit()).isEqualTo(RateUnit.AMPERES);
    assertThat(told.at(59).limit()).isEqualByComparingTo("16");
    assertThat(told.at(60).limit()).isEqualByComparingTo("6");
  }

  @Test
  void aStartThatIsNoInstantWasNotSaid() {
    Outcome outcome =
        read(Optional.of("soon"), Optional.empty(), period(OptionalInt.of(0), "1380"));
    assertThat(((Outcome.Scheduled) outcome).schedule().start()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1e400", "1000001"})
  void aLimitThatCannotBeIsNoAnswer(String limit) {
    assertThat(read(Optional.empty(), Optional.empty(), period(OptionalInt.of(0), limit)))
        .isEqualTo(new Outcome.Failed());
  }

  @Test
  void noLevelsATimeBeforeTheStartOrAnotherUnitAreNoAnswer() {
    assertThat(read(Optional.empty(), Optional.empty())).isEqualTo(new Outcome.Failed());
    assertThat(read(Optional.empty(), Optional.empty(), period(OptionalInt.of(-5), "6")))
        .isEqualTo(new Outcome.Failed());
    assertThat(read(Optional.empty(), Optional.of("hp"), period(OptionalInt.of(0), "6")))
        .isEqualTo(new Outcome.Failed());
  }

  private static Outcome read(
      Optional<String> start, Optional<String> unit, CompositeSchedule.Period... periods) {
    return ToldSchedules.of(
        ASKED,
        new CompositeSchedule(
            OptionalInt.of(1), OptionalInt.empty(), start, unit, List.of(periods)));
  }

  private static CompositeSchedule.Period period(OptionalInt start, String limit) {
    return new CompositeSchedule.Period(
        start, new BigDecimal(limit), OptionalInt.empty(), OptionalInt.empty());
  }
}
