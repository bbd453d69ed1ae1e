package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.evse.Revision;
import dev.headroom.gateway.core.control.Evidence.Source;
import dev.headroom.gateway.core.fixture.Charger;
import dev.headroom.gateway.core.fixture.Line;
import dev.headroom.gateway.core.metering.ReadValue;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.model.Models;
import dev.headroom.gateway.core.model.TraitsBuilder;
import dev.headroom.gateway.core.profile.ProfilePurpose;
import dev.headroom.gateway.core.profile.RateUnit;
import dev.headroom.gateway.core.profile.ToldSchedule;
import dev.headroom.gateway.core.rpc.OcppVersion;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** S2: what shows that a limit is followed: what is measured, else offered, else scheduled. */
@ParameterizedClass
@EnumSource(OcppVersion.class)
class S2EvidenceTest {

  private static final Revision FIRST = new Revision(7, 1);
  private static final Models UNPROVEN = identity -> TraitsBuilder.start().build();

  private final Charger charger;

  S2EvidenceTest(OcppVersion version) {
    charger = new Charger(version);
  }

  @Test
  void whereNothingIsMeasuredAnOfferAtTheLimitSettlesIt() {
    Line line = limitedTo(10_000);
    offer(line, "10");
    assertThat(line.state().settled()).as("too early").isEmpty();

    line.pass(Duration.ofSeconds(5));
    offer(line, "10");
    assertThat(line.state().settled()).contains(FIRST);
    assertThat(shownBy(line)).contains(Source.OFFERED);
  }

  @Test
  void anOfferAboveTheLimitSettlesNothingAndIsFlagged() {
    Line line = limitedTo(10_000);
    for (int i = 0; i < 5; i++) {
      line.pass(Duration.ofSeconds(5));
      offer(line, "32");
    }
    assertThat(line.state().settled()).isEmpty();
    assertThat(line.state().disobeys()).isTrue();
    assertThat(line.counted(GatewayEvent.OFFERS_MORE)).isEqualTo(1);

    offer(line, "10");
    assertThat(line.state().disobeys()).isFalse();
    assertThat(line.state().settled()).contains(FIRST);
  }

  @Test
  void anOfferFarBelowTheLimitMayHaveAnotherCauseAndSettlesNothing() {
    Line line = limitedTo(10_000);
    line.pass(Duration.ofSeconds(6));
    offer(line, "0");
    offer(line, "6");

    assertThat(line.state().settled()).isEmpty();
    assertThat(line.state().disobeys()).isFalse();
  }

  @Test
  void anOfferInWattsCountsOverTheMeasuredVoltage() {
    Line line = limitedTo(10_000);
    line.pass(Duration.ofSeconds(6));
    line.measure(
        1,
        line.now(),
        Line.value("2500", "Power.Offered", Optional.empty(), "W"),
        Line.value("250", "Voltage", Optional.empty(), "V"));

    assertThat(line.state().settled()).contains(FIRST);
  }

  @Test
  void whatIsMeasuredOverrulesAnOffer() {
    Line line = limitedTo(10_000);
    for (int i = 0; i < 5; i++) {
      line.pass(Duration.ofSeconds(5));
      line.measure(1, line.now(), Line.current("9.8", Optional.empty()), offered("32"));
    }
    assertThat(line.state().disobeys()).isFalse();
    assertThat(shownBy(line)).contains(Source.MEASURED);

    for (int i = 0; i < 5; i++) {
      line.pass(Duration.ofSeconds(5));
      line.measure(1, line.now(), Line.current("16", Optional.empty()), offered("10"));
    }
    assertThat(line.state().disobeys()).isTrue();
  }

  @Test
  void aVehicleThatDrawsLittleShowsNothingWhileItIsOfferedMoreThanTheLimit() {
    Line line = limitedTo(10_000);
    for (int i = 0; i < 6; i++) {
      line.pass(Duration.ofSeconds(5));
      line.measure(1, line.now(), Line.current("4", Optional.empty()), offered("32"));
    }
    assertThat(line.state().settled()).isEmpty();

    line.measure(1, line.now(), Line.current("4", Optional.empty()), offered("10"));
    assertThat(line.state().settled()).contains(FIRST);
  }

  @Test
  void aVehicleHeldAtItsLimitAcquitsAChargerOfItsOwnWord() {
    Line line = limitedTo(10_000);
    for (int i = 0; i < 5; i++) {
      line.pass(Duration.ofSeconds(5));
      offer(line, "32");
    }
    assertThat(line.state().disobeys()).isTrue();

    line.measure(1, "4");
    assertThat(line.state().disobeys()).as("it draws little anyway").isTrue();
    line.measure(1, "9.8");
    assertThat(line.state().disobeys()).isFalse();
    assertThat(line.state().settled()).contains(FIRST);
  }

  @Test
  void anOfferSettlesNothingBesideAMeasurementThatSpeaksAgainstIt() {
    Line line = limitedTo(10_000);
    line.pass(Duration.ofSeconds(6));
    line.measure(1, line.now(), Line.current("16", Optional.empty()), offered("10"));
    assertThat(line.state().settled()).isEmpty();
  }

  @Test
  void aMeasurementThatFallsSilentLeavesTheWordToTheOffer() {
    Line line = limitedTo(10_000);
    line.pass(Duration.ofSeconds(6));
    line.measure(1, "9.8");
    line.allocate(2, 8000);
    line.pass(Duration.ofSeconds(20));
    offer(line, "8");
    assertThat(line.state().settled()).as("still fresh").contains(FIRST);

    line.pass(Duration.ofSeconds(20));
    offer(line, "8");
    assertThat(line.state().settled()).contains(new Revision(7, 2));
  }

  @Test
  void theWordOfAModelThatIsNotProvenSettlesNothingButStillConvictsIt() {
    Line line = Line.charging(charger, UNPROVEN);
    charger.tellWhatItTook(1);
    line.allocate(1, 10_000);
    line.pass(Duration.ofSeconds(6));
    offer(line, "10");
    assertThat(line.state().settled()).isEmpty();

    line.pass(Duration.ofMinutes(2));
    assertThat(asked(line)).isPositive();
    assertThat(line.state().settled()).isEmpty();

    charger.tell(now -> flat(now, "32"));
    line.pass(Duration.ofMinutes(6));
    assertThat(line.state().disobeys()).isTrue();
  }

  @Test
  void aModelSaidToTellNoTrueOfferIsNotBelieved() {
    Line line =
        Line.charging(
            charger, identity -> TraitsBuilder.start().proven(true).tellsOffer(false).build());
    line.allocate(1, 10_000);
    line.pass(Duration.ofSeconds(6));
    offer(line, "10");

    assertThat(line.state().settled()).isEmpty();
  }

  @Test
  void whereNothingElseSpeaksTheScheduleItTellsSettles() {
    charger.tellWhatItTook(1);
    Line line = limitedTo(10_000);
    line.pass(Duration.ofSeconds(14));
    assertThat(asked(line)).as("others may speak first").isZero();

    line.pass(Duration.ofSeconds(7));
    assertThat(asked(line)).isEqualTo(1);
    assertThat(line.state().settled()).contains(FIRST);
    assertThat(shownBy(line)).contains(Source.SCHEDULED);
    assertThat(line.counted(GatewayEvent.TAIL_NOT_SCHEDULED)).isZero();
  }

  @Test
  void itIsAskedSeldom() {
    charger.tellWhatItTook(1);
    Line line = limitedTo(10_000);
    for (int i = 2; i < 200; i++) {
      line.allocate(i, 10_000 + 100 * (i % 20));
      line.pass(Duration.ofSeconds(3));
    }
    assertThat(asked(line)).isBetween(2L, 20L);

    long before = asked(line);
    line.pass(Duration.ofMinutes(30));
    assertThat(asked(line) - before).as("nothing changes").isBetween(5L, 8L);
  }

  @Test
  void aChargerThatMeasuresOrTellsItsOfferIsNotAsked() {
    Line line = limitedTo(10_000);
    for (int i = 0; i < 30; i++) {
      line.measure(1, "9");
      line.pass(Duration.ofSeconds(5));
    }
    for (int i = 0; i < 30; i++) {
      offer(line, "10");
      line.pass(Duration.ofSeconds(5));
    }
    assertThat(asked(line)).isZero();
  }

  @Test
  void aScheduleAboveTheLimitIsFlaggedAtOnceAndTheLimitWrittenAgainAFewTimes() {
    charger.tell(now -> flat(now, "32"));
    Line line = limitedTo(10_000);
    charger.forgetWhatItHeard();
    line.pass(Duration.ofSeconds(30));
    assertThat(line.state().disobeys()).isTrue();
    assertThat(line.state().settled()).isEmpty();
    assertThat(line.counted(GatewayEvent.SCHEDULES_MORE)).isEqualTo(1);
    assertThat(written()).isPositive();

    line.pass(Duration.ofMinutes(4));
    assertThat(written()).as("bounded").isEqualTo(3);
    charger.tellWhatItTook(1);
    line.pass(Duration.ofSeconds(40));
    assertThat(line.state().disobeys()).isFalse();
    assertThat(line.state().settled()).contains(FIRST);
  }

  @Test
  void aDrawAboveTheLimitHasItWrittenAgainAFewTimes() {
    Line line = limitedTo(10_000);
    charger.forgetWhatItHeard();
    for (int i = 0; i < 50; i++) {
      line.pass(Duration.ofSeconds(5));
      line.measure(1, "16");
    }
    assertThat(line.state().disobeys()).isTrue();
    assertThat(written()).isEqualTo(3);
  }

  @Test
  void aScheduleWithoutTheTailShowsNothing() {
    charger.tell(now -> flat(now, "10"));
    Line line = limitedTo(10_000);
    line.pass(Duration.ofSeconds(25));

    assertThat(line.counted(GatewayEvent.TAIL_NOT_SCHEDULED)).isEqualTo(1);
    assertThat(line.state().settled()).isEmpty();
    assertThat(line.state().disobeys()).isFalse();
  }

  @Test
  void aScheduleMayBeToldInTheOtherUnitAndLower() {
    charger.tell(
        now ->
            new ToldSchedule(
                Optional.of(now),
                Optional.of(Duration.ofMinutes(2)),
                RateUnit.WATTS,
                List.of(new ToldSchedule.Level(0, new BigDecimal("1380")))));
    Line line = limitedTo(10_000);
    line.pass(Duration.ofSeconds(25));

    assertThat(line.state().settled()).contains(FIRST);
  }

  @Test
  void aChargerThatDoesNotTellIsNotAskedAgainBeforeItBoots() {
    Line line = limitedTo(10_000);
    line.pass(Duration.ofMinutes(20));
    assertThat(asked(line)).isEqualTo(1);
    assertThat(line.counted(GatewayEvent.SCHEDULE_NOT_TOLD)).isEqualTo(1);
    assertThat(line.state().settled()).isEmpty();

    line.boot();
    line.allocate(2, 11_000);
    line.pass(Duration.ofSeconds(60));
    assertThat(asked(line)).isEqualTo(2);
  }

  @Test
  void aQuestionThatIsNotAnsweredHoldsUpACutForSecondsOnly() {
    Line line = limitedTo(10_000);
    charger.fallSilent();
    line.pass(Duration.ofSeconds(21));
    assertThat(asked(line)).isEqualTo(1);
    charger.behave();
    charger.forgetWhatItHeard();
    line.allocate(2, 8000);
    line.pass(Duration.ofSeconds(5));

    assertThat(charger.limit(1, line.now())).isEqualTo(8000);
    assertThat(line.counted(GatewayEvent.CALL_TIMED_OUT)).isEqualTo(1);
  }

  private Line limitedTo(int milliamps) {
    Line line = Line.charging(charger);
    line.allocate(1, milliamps);
    return line;
  }

  private static void offer(Line line, String amperes) {
    line.measure(1, line.now(), offered(amperes));
  }

  private static ReadValue offered(String amperes) {
    return Line.value(amperes, "Current.Offered", Optional.empty(), "A");
  }

  private static ToldSchedule flat(Instant now, String amperes) {
    return new ToldSchedule(
        Optional.of(now),
        Optional.empty(),
        RateUnit.AMPERES,
        List.of(new ToldSchedule.Level(0, new BigDecimal(amperes))));
  }

  private long asked(Line line) {
    return line.charger().heard().stream()
        .filter(request -> request.action().wireName().equals("GetCompositeSchedule"))
        .count();
  }

  private long written() {
    return charger.toldProfiles().stream()
        .filter(profile -> profile.purpose() == ProfilePurpose.TX)
        .count();
  }

  private static Optional<Source> shownBy(Line line) {
    return line.session().report(line.now()).getFirst().shownBy();
  }
}
