package dev.headroom.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.ThreePhase;
import dev.headroom.core.evse.Acknowledgement;
import dev.headroom.core.evse.ChargingSession;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.MeasuredCurrent;
import dev.headroom.core.evse.Revision;
import dev.headroom.core.learn.LineDraws;
import dev.headroom.core.stagger.Presence;
import dev.headroom.core.turn.Drawing.Sample;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is seen of one three-phase EVSE of 6 to 32 A that falls back to 6 A. */
class ObservationTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final EvseBook book =
      new EvseBook(
          Sites.on(Supply.WYE_400Y_230)
              .service(100, 60)
              .evse("port", "service", new ThreePhase(Phase.L2), 32, 6)
              .priority(4)
              .tree()
              .site()
              .evses()
              .getFirst(),
          1);
  private boolean online = true;
  private boolean baseAccepted = true;
  private Optional<ChargingSession> session = Optional.of(new ChargingSession("s", NOW, true));
  private OptionalInt follows = OptionalInt.of(16_000);
  private OptionalLong connection = OptionalLong.of(7);

  private Observation sees(int... milliamps) {
    Map<Phase, Integer> lines = new EnumMap<>(Phase.class);
    for (int line = 0; line < milliamps.length; line++) {
      lines.put(Phase.values()[line], milliamps[line]);
    }
    book.accept(
        new EvseState(
            "test",
            "port",
            connection,
            NOW,
            online,
            session,
            follows.stream()
                .mapToObj(limit -> new Acknowledgement(limit, new Revision(1, 1), NOW))
                .findFirst(),
            Optional.empty(),
            lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new MeasuredCurrent(new PerPhase(lines), NOW)),
            baseAccepted,
            true,
            false));
    return new Observation(book, NOW);
  }

  private Sample sample(int... milliamps) {
    return sees(milliamps).entrant(0, 0).orElseThrow().sample();
  }

  @Test
  void halfAnAmpereOnAnyLineIsADraw() {
    assertThat(sample(0, 500, 0)).isEqualTo(Sample.DRAWS);
  }

  @Test
  void lessIsNone() {
    assertThat(sample(499, 0, 0)).isEqualTo(Sample.DRAWS_NOTHING);
  }

  @Test
  void s3WithoutASampleItIsUnknown() {
    assertThat(sample()).isEqualTo(Sample.UNKNOWN);
  }

  @Test
  void isInOnceItsLimitReachesItsMinimum() {
    book.issue(new Revision(1, 1), GivenLimit.of(5900));
    assertThat(sees().entrant(3, 2).orElseThrow())
        .satisfies(it -> assertThat(it.in()).isFalse())
        .satisfies(it -> assertThat(it.place()).isEqualTo(3))
        .satisfies(it -> assertThat(it.rank()).isEqualTo(2))
        .satisfies(it -> assertThat(it.priority()).isEqualTo(4))
        .satisfies(it -> assertThat(it.session()).isEqualTo("s"));
    book.issue(new Revision(1, 2), GivenLimit.of(6000));
    assertThat(sees().entrant(3, 2).orElseThrow().in()).isTrue();
  }

  @Test
  void withoutALinkItTakesNoTurnButItsSessionIsKnown() {
    online = false;
    assertThat(sees().entrant(0, 0)).isEmpty();
    assertThat(sees().isOf("s")).isTrue();
    assertThat(sees().isOf("another")).isFalse();
    assertThat(sees().usage().session()).isEmpty();
  }

  @Test
  void withoutASessionItIsNobodys() {
    session = Optional.empty();
    assertThat(sees().isOf("s")).isFalse();
    assertThat(sees().entrant(0, 0)).isEmpty();
  }

  @Test
  void itsUsageIsWhatItDrawsOfTheLimitThatItFollows() {
    assertThat(sees(0, 9000, 0).usage().draw()).hasValue(9000);
    assertThat(sees().usage().limit()).isEqualTo(16_000);
    assertThat(sees().usage().session()).contains("s");
  }

  @Test
  void withoutALimitNothingIsSaidOfItsUsage() {
    follows = OptionalInt.empty();
    assertThat(sees(0, 9000, 0).usage().draw()).isEmpty();
    assertThat(sees().usage().limit()).isZero();
  }

  @Test
  void itsLinesAreThoseOfItsWiring() {
    assertThat(sees(1000, 2000, 3000).lineDraws())
        .contains(new LineDraws("s", 7, 16_000, List.of(2000, 3000, 1000), NOW));
  }

  @Test
  void aLineWithoutASampleTeachesNothing() {
    assertThat(sees(1000, 2000).lineDraws()).isEmpty();
  }

  @Test
  void anyDoubtOfTheChargerTeachesNothing() {
    List<Runnable> doubts =
        Arrays.asList(
            () -> baseAccepted = false,
            () -> online = false,
            () -> follows = OptionalInt.empty(),
            () -> connection = OptionalLong.empty(),
            () -> session = Optional.empty());
    for (Runnable doubt : doubts) {
      baseAccepted = true;
      online = true;
      follows = OptionalInt.of(16_000);
      connection = OptionalLong.of(7);
      session = Optional.of(new ChargingSession("s", NOW, true));
      assertThat(sees(16_000, 0, 0).lineDraws()).isPresent();
      doubt.run();
      assertThat(sees(16_000, 0, 0).lineDraws()).isEmpty();
    }
  }

  @Test
  void itWaitsAtZeroOnlyWithASessionAndALimitOfNothing() {
    assertThat(new Observation(book, NOW).presence()).isEmpty();
    assertThat(sees().presence()).contains(Presence.ONLINE);
    follows = OptionalInt.of(0);
    assertThat(sees().presence()).contains(Presence.WAITS_AT_ZERO);
    session = Optional.empty();
    assertThat(sees().presence()).contains(Presence.ONLINE);
    online = false;
    assertThat(sees().presence()).contains(Presence.OFFLINE);
  }

  @Test
  void withoutALimitItRunsOnItsFallback() {
    follows = OptionalInt.empty();
    assertThat(sees().presence()).contains(Presence.ONLINE);
  }
}
