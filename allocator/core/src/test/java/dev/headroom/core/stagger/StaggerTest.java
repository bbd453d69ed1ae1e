package dev.headroom.core.stagger;

import static dev.headroom.core.stagger.Presence.OFFLINE;
import static dev.headroom.core.stagger.Presence.ONLINE;
import static dev.headroom.core.stagger.Presence.WAITS_AT_ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.Test;

class StaggerTest {

  private static final Duration START = Duration.ofSeconds(30);
  private final Map<String, Presence> site = new HashMap<>();
  private Instant now = Instant.parse("2026-06-01T12:00:00Z");
  private Stagger state = Stagger.NONE;

  @BeforeTry
  void anew() {
    site.clear();
    state = Stagger.NONE;
  }

  private void are(int from, int to, Presence presence) {
    IntStream.range(from, to).forEach(i -> site.put("e" + i, presence));
  }

  private void look(int secondsLater) {
    now = now.plusSeconds(secondsLater);
    state = state.next(site, START, now);
  }

  private void outage(int evses) {
    are(0, evses, ONLINE);
    look(0);
    are(0, evses, OFFLINE);
    look(600);
    assertThat(state.over()).isEmpty();
  }

  @Test
  void anOutageIsOverWhenHalfOfTheChargersComeBackWithinAMinute() {
    outage(8);
    for (int i = 0; i < 4; i++) {
      assertThat(state.over()).isEmpty();
      are(i, i + 1, ONLINE);
      look(19);
    }
    assertThat(state.over()).contains(now);
  }

  @Test
  void chargersThatComeBackOneByOneOverALongTimeAreNoOutage() {
    outage(8);
    for (int i = 0; i < 8; i++) {
      are(i, i + 1, ONLINE);
      look(21);
      assertThat(state.over()).isEmpty();
    }
  }

  @Test
  void twoChargersAreNoOutage() {
    outage(2);
    are(0, 2, ONLINE);
    look(1);
    assertThat(state.over()).isEmpty();
  }

  @Test
  void aRestartOfTheControllerAloneIsNoOutage() {
    look(0);
    are(0, 8, ONLINE);
    look(1);
    assertThat(state.over()).isEmpty();
    assertThat(state.mayRise(5, 8, "lot", START, now)).isTrue();
  }

  @Test
  void aControllerThatStartsWithSessionsWaitingAtZeroWasOutToo() {
    look(0);
    are(0, 4, WAITS_AT_ZERO);
    are(4, 8, ONLINE);
    look(20);
    assertThat(state.over()).contains(now);
  }

  @Test
  void whoIsPausedLaterIsNotTakenForAnOutage() {
    are(0, 8, ONLINE);
    look(0);
    are(0, 8, WAITS_AT_ZERO);
    look(5);
    assertThat(state.over()).isEmpty();
  }

  @Test
  void whoIsHeardOfForTheFirstTimeLaterIsNotTakenForAnOutage() {
    look(0);
    are(0, 8, WAITS_AT_ZERO);
    look(61);
    assertThat(state.over()).isEmpty();
  }

  @Test
  void anOutageIsForgottenOnceAllMayRise() {
    outage(4);
    are(0, 4, ONLINE);
    look(1);
    look(29);
    assertThat(state.over()).isPresent();
    look(1);
    assertThat(state.over()).isEmpty();
  }

  @Property
  void theirMomentsAreSpreadEvenlyOverTheStaggeredStart(
      @ForAll @IntRange(min = 3, max = 40) int evses, @ForAll String name) {
    outage(evses);
    are(0, evses, ONLINE);
    look(1);
    List<Integer> mayRise = new ArrayList<>();
    for (int second = 0; second < 30; second++) {
      Instant at = now.plusSeconds(second);
      mayRise.add(
          (int)
              IntStream.range(0, evses)
                  .filter(place -> state.mayRise(place, evses, name, START, at))
                  .count());
    }
    for (int second = 0; second < 30; second++) {
      assertThat(mayRise.get(second)).isEqualTo(1 + (second * evses) / 30);
    }
    look(30);
    assertThat(IntStream.range(0, evses))
        .allMatch(place -> state.mayRise(place, evses, name, START, now));
  }

  @Test
  void withoutAStaggeredStartAllMayRiseAtOnce() {
    outage(4);
    are(0, 4, ONLINE);
    state = state.next(site, Duration.ZERO, now);
    assertThat(IntStream.range(0, 4))
        .allMatch(place -> state.mayRise(place, 4, "lot", Duration.ZERO, now));
  }

  @Test
  void nothingChangesFromLookToLookWhileNobodyComesOrGoes() {
    are(0, 4, ONLINE);
    look(0);
    Stagger before = state;
    look(100);
    assertThat(state).isEqualTo(before);
  }
}
