package dev.headroom.core.ceiling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.core.ceiling.CeilingValue.Amperes;
import dev.headroom.core.ceiling.CeilingValue.Watts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CeilingsTest {

  private static final Instant START = Instant.parse("2026-07-01T17:00:00Z");

  private final Ceilings ceilings = new Ceilings();

  private static CeilingInterval interval(int from, int to, int amperes) {
    return new CeilingInterval(
        START.plusSeconds(from), START.plusSeconds(to), new Amperes(amperes * 1000));
  }

  @Test
  void coversItsStartAndNotItsEnd() {
    ceilings.accept(new Ceiling("s", "events", false, List.of(interval(10, 20, 50))));
    assertThat(ceilings.at(START.plusSeconds(9))).isEmpty();
    assertThat(ceilings.at(START.plusSeconds(10))).hasSize(1);
    assertThat(ceilings.at(START.plusSeconds(19))).hasSize(1);
    assertThat(ceilings.at(START.plusSeconds(20))).isEmpty();
  }

  @Test
  void whatTheOperatorSetsIsKnownApartFromEvents() {
    ceilings.accept(new Ceiling("s", "events", false, List.of(interval(0, 20, 50))));
    assertThat(ceilings.ofOperatorAt(START)).isEmpty();
    ceilings.accept(new Ceiling("s", Ceiling.OPERATOR, false, List.of(interval(0, 20, 60))));
    assertThat(ceilings.ofOperatorAt(START))
        .singleElement()
        .returns(60_000, Ceilings.InForce::milliampsPerPhase);
    assertThat(ceilings.at(START)).hasSize(2);
  }

  @Test
  void aSourcesNewWordReplacesItsOldOne() {
    ceilings.accept(new Ceiling("s", "events", false, List.of(interval(0, 20, 50))));
    ceilings.accept(new Ceiling("s", "events", false, List.of()));
    assertThat(ceilings.at(START)).isEmpty();
  }

  @Test
  void sourcesDoNotReplaceEachOther() {
    ceilings.accept(new Ceiling("s", "events", false, List.of(interval(0, 20, 50))));
    ceilings.accept(new Ceiling("s", "operator", false, List.of(interval(0, 20, 40))));
    assertThat(ceilings.at(START)).hasSize(2);
    ceilings.withdraw("events");
    assertThat(ceilings.at(START))
        .extracting(inForce -> inForce.milliampsPerPhase())
        .containsExactly(40_000);
  }

  @Test
  void nothingAtAllIsACeilingToo() {
    assertThat(new Watts(0).ceilingWatts()).isZero();
    assertThat(new Amperes(0).ceilingMilliamps()).isZero();
  }

  @Test
  void aCeilingIsNeverNegativeNorBackwards() {
    assertThatThrownBy(() -> new Watts(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Amperes(-1)).hasMessageContaining("never negative: -1");
    assertThatThrownBy(() -> interval(5, 5, 10)).hasMessageContaining("ends after it starts");
  }
}
