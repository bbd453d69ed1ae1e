package dev.headroom.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.LineToLine;
import dev.headroom.core.evse.Acknowledgement;
import dev.headroom.core.evse.ChargingSession;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.Revision;
import dev.headroom.core.site.Evse;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is counted of an EVSE of 6 to 48 A with a fallback of 6 A, whose owner has epoch 3. */
class FootingTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Revision FIRST = new Revision(3, 1);
  private static final Revision SECOND = new Revision(3, 2);
  private static final Optional<Revision> NEVER = Optional.empty();

  private final Evse evse =
      Sites.on(Supply.SPLIT_PHASE_120_240)
          .service(100, 60)
          .evse("port", "service", new LineToLine(Phase.L1, Phase.L2), 48, 6)
          .tree()
          .site()
          .evses()
          .getFirst();
  private final EvseBook book = new EvseBook(evse, 3);
  private long connection = 7;
  private boolean online = true;
  private boolean accepted = true;
  private boolean proven = true;
  private Optional<ChargingSession> session = Optional.empty();

  /** So many seconds after NOW, with 6 A acknowledged or nothing. */
  private void heard(int seconds, boolean acknowledges, Optional<Revision> settled) {
    Instant at = NOW.plusSeconds(seconds);
    book.accept(
        new EvseState(
            "test",
            evse.name(),
            OptionalLong.of(connection),
            at,
            online,
            session,
            acknowledges ? Optional.of(new Acknowledgement(6000, FIRST, at)) : Optional.empty(),
            settled,
            Optional.empty(),
            accepted,
            proven,
            false));
  }

  private int mostAt(int seconds) {
    return book.most(NOW.plusSeconds(seconds));
  }

  private void charges() {
    session = Optional.of(new ChargingSession("s", NOW, true));
  }

  @Test
  void s2WhoWasJustMetMayDrawAllUntilItHadTheTimeToFollowItsBaseProfile() {
    accepted = false;
    heard(0, false, NEVER);
    assertThat(mostAt(60)).isEqualTo(48_000);
    accepted = true;
    heard(60, false, NEVER);
    heard(62, false, NEVER);
    assertThat(mostAt(64)).isEqualTo(48_000);
    assertThat(mostAt(65)).isEqualTo(6000);
  }

  @Test
  void s2ALimitThatIsAcknowledgedInItsFirstSessionMayNotYetBeFollowed() {
    charges();
    heard(0, true, NEVER);
    assertThat(book.acknowledgedHere()).isTrue();
    assertThat(mostAt(4)).isEqualTo(48_000);
    assertThat(mostAt(5)).isEqualTo(6000);
  }

  @Test
  void s2WhoHasBootedMayDrawAllUntilItFollowsItsBaseProfileAnew() {
    heard(0, false, NEVER);
    assertThat(mostAt(10)).isEqualTo(6000);
    accepted = false;
    heard(20, false, NEVER);
    assertThat(mostAt(20)).isEqualTo(48_000);
    accepted = true;
    heard(22, false, NEVER);
    assertThat(mostAt(26)).isEqualTo(48_000);
    assertThat(mostAt(27)).isEqualTo(6000);
  }

  @Test
  void s2WhoComesBackMayHaveBooted() {
    heard(0, false, NEVER);
    online = false;
    heard(10, false, NEVER);
    assertThat(mostAt(10)).as("its link is lost, its base profile stands").isEqualTo(6000);
    online = true;
    connection = 8;
    heard(20, false, NEVER);
    assertThat(mostAt(24)).isEqualTo(48_000);
    assertThat(mostAt(25)).isEqualTo(6000);
  }

  @Test
  void atTakeOverWhatHasSettledIsKnownAtOnce() {
    heard(0, true, Optional.of(new Revision(2, 9)));
    assertThat(mostAt(0)).isEqualTo(6000);
  }

  @Test
  void whatIsSeenToBeFollowedNeedsNoTime() {
    charges();
    heard(0, true, NEVER);
    heard(1, true, Optional.of(FIRST));
    assertThat(mostAt(1)).isEqualTo(6000);
  }

  @Test
  void aNewDefinitionChangesNothingOfIt() {
    heard(0, false, NEVER);
    assertThat(book.redefined(evse).most(NOW.plusSeconds(4))).isEqualTo(48_000);
    assertThat(book.redefined(evse).most(NOW.plusSeconds(5))).isEqualTo(6000);
  }

  @Test
  void s10UnderABaseProfileThatIsNotProvenItMayDrawAllForEver() {
    proven = false;
    heard(0, true, Optional.of(FIRST));
    assertThat(mostAt(3600)).isEqualTo(48_000);
  }

  @Test
  void s10InASessionOfOneThatIsNotProvenNothingLessCountsBeforeALimitHasSettled() {
    proven = false;
    heard(0, true, Optional.of(FIRST));
    charges();
    heard(100, true, Optional.of(FIRST));
    assertThat(mostAt(3600)).as("what settled while nobody was there").isEqualTo(48_000);
    heard(110, true, Optional.of(SECOND));
    assertThat(mostAt(110)).isEqualTo(6000);
  }

  @Test
  void s10WhatHadSettledIsForgottenWithIt() {
    proven = false;
    heard(0, true, Optional.of(FIRST));
    charges();
    heard(100, false, NEVER);
    heard(105, true, NEVER);
    assertThat(mostAt(105)).isEqualTo(48_000);
    heard(110, true, Optional.of(FIRST));
    assertThat(mostAt(110)).isEqualTo(6000);
  }
}
