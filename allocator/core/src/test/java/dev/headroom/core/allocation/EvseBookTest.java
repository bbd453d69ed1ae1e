package dev.headroom.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.LineToLine;
import dev.headroom.core.evse.Acknowledgement;
import dev.headroom.core.evse.ChargingSession;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.MeasuredCurrent;
import dev.headroom.core.evse.Revision;
import dev.headroom.core.site.Evse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is held of one EVSE of 6 to 48 A that falls back to 6 A, by the owner of epoch 3. */
class EvseBookTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private final Evse evse =
      Sites.on(Supply.SPLIT_PHASE_120_240)
          .service(100, 60)
          .evse("port", "service", new LineToLine(Phase.L1, Phase.L2), 48, 6)
          .tree()
          .site()
          .evses()
          .getFirst();
  private final EvseBook book = new EvseBook(evse, 3);
  private boolean disobeys;

  @BeforeEach
  void acceptedItsBaseProfileLongAgo() {
    heard("", 0, 0, -60_000);
  }

  /** It charges at 5 A and follows a limit of this epoch, acknowledged so many millis ago. */
  private void follows(int milliamps, long epoch, long millisAgo) {
    Instant at = NOW.minusMillis(millisAgo);
    book.accept(
        new EvseState(
            "test",
            evse.name(),
            OptionalLong.of(7),
            NOW,
            true,
            Optional.of(new ChargingSession("s", NOW, true)),
            Optional.of(new Acknowledgement(milliamps, new Revision(epoch, 1), at)),
            Optional.empty(),
            Optional.of(new MeasuredCurrent(PerPhase.same(List.of(Phase.L1, Phase.L2), 5000), NOW)),
            true,
            true,
            disobeys));
  }

  @Test
  void s1WhatItMayStillFollowOutlivesANewDefinition() {
    book.issue(new Revision(3, 1), GivenLimit.of(32_000));
    follows(10_000, 3, 0);
    assertThat(book.redefined(evse).most(NOW)).isEqualTo(32_000);
    assertThat(book.redefined(evse).lastIssued()).hasValue(32_000);
    assertThat(book.redefined(evse).role()).isEqualTo(EvseBook.Role.WANTS);
  }

  @Test
  void s7WhatAnotherOwnerWasAcknowledgedIsNotOurs() {
    follows(4000, 2, 0);
    assertThat(book.acknowledgedHere()).isFalse();
    assertThat(book.followedLimit()).as("what its vehicle sees is known").hasValue(4000);
    assertThat(book.most(NOW)).as("its fallback may govern").isEqualTo(6000);
    follows(4000, 3, 0);
    assertThat(book.acknowledgedHere()).isTrue();
    assertThat(book.followedLimit()).hasValue(4000);
    assertThat(book.most(NOW)).as("what is measured").isEqualTo(5000);
  }

  @Test
  void s1WhoDisobeysMayDrawAll() {
    disobeys = true;
    follows(10_000, 3, 0);
    assertThat(book.role()).isEqualTo(EvseBook.Role.DISOBEYS);
    assertThat(book.most(NOW)).isEqualTo(48_000);
  }

  @Test
  void isBelievedToFollowACutAfterThreeSeconds() {
    follows(4000, 3, 2999);
    assertThat(book.ifItFollows(5000, NOW)).isEqualTo(5000);
    follows(4000, 3, 3000);
    assertThat(book.ifItFollows(5000, NOW)).isEqualTo(4000);
    follows(20_000, 3, 3000);
    assertThat(book.ifItFollows(5000, NOW)).isEqualTo(5000);
  }

  @Test
  void untilItIsHeardOfItMayDrawAll() {
    EvseBook unheard = new EvseBook(evse, 3);
    assertThat(unheard.role()).isEqualTo(EvseBook.Role.OFFLINE);
    assertThat(unheard.most(NOW)).isEqualTo(48_000);
    assertThat(unheard.ifItFollows(0, NOW)).isZero();
  }

  /** At NOW + so many millis; with no session name nobody is there. */
  private void heard(String session, int milliamps, long sampledMillis, long millis) {
    Instant at = NOW.plusMillis(millis);
    PerPhase drawn = PerPhase.same(List.of(Phase.L1, Phase.L2), milliamps);
    book.accept(
        new EvseState(
            "test",
            evse.name(),
            OptionalLong.of(7),
            at,
            true,
            Optional.of(session)
                .filter(name -> !name.isEmpty())
                .map(name -> new ChargingSession(name, NOW, true)),
            Optional.empty(),
            Optional.empty(),
            milliamps == 0
                ? Optional.empty()
                : Optional.of(new MeasuredCurrent(drawn, NOW.plusMillis(sampledMillis))),
            true,
            true,
            false));
  }

  private int likelyAt(long millis) {
    return book.around(NOW.plusMillis(millis)).likely(Phase.L1);
  }

  @Test
  void s1WhatALastVehicleDrewIsNotTakenOffAReadingAfterIt() {
    heard("s", 16_000, 0, 0);
    heard("s", 16_000, 0, 1000);
    assertThat(likelyAt(1500)).as("a state without a new sample").isEqualTo(16_000);
    heard("", 0, 0, 2000);
    assertThat(likelyAt(1999)).isEqualTo(16_000);
    assertThat(likelyAt(2000)).isZero();
    assertThat(book.around(NOW.plusMillis(2000)).holds()).isFalse();
  }

  @Test
  void s1WhatAVehicleDrewIsNotTheNextOnesDraw() {
    heard("s", 16_000, 0, 0);
    heard("t", 0, 0, 2000);
    assertThat(likelyAt(2000)).isZero();
    heard("u", 10_000, 3000, 3000);
    assertThat(likelyAt(3000)).as("a sample that came with its session").isEqualTo(10_000);
  }
}
