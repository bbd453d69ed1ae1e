package dev.headroom.actors.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.AcInput;
import dev.headroom.core.site.Output;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MixedVisitsTest {

  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final MixedVisits.Night NIGHT =
      new MixedVisits.Night(T0.plus(Duration.ofHours(14)), Duration.ofHours(7));
  private static final Output AC = new Output.Ac(32_000, 6000, 6000);

  private static List<Visit> drawn(long seed, int count) {
    MixedVisits visits = new MixedVisits(seed, AC, T0.plusSeconds(30), NIGHT);
    List<Visit> drawn = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      drawn.add(visits.next().orElseThrow());
    }
    return drawn;
  }

  @Property(tries = 100)
  void followOneAnotherAndDependOnTheSeedAlone(@ForAll long seed) {
    List<Visit> visits = drawn(seed, 60);

    assertThat(drawn(seed, 60)).isEqualTo(visits);
    assertThat(visits.getFirst().arrival()).isEqualTo(T0.plusSeconds(30));
    for (int i = 1; i < visits.size(); i++) {
      assertThat(visits.get(i).arrival()).isAfter(visits.get(i - 1).departure());
    }
  }

  @Property(tries = 100)
  void nobodyComesAtNight(@ForAll long seed) {
    for (Visit visit : drawn(seed, 100)) {
      Duration into = Duration.between(NIGHT.first(), visit.arrival());
      while (into.compareTo(DAY) >= 0) {
        into = into.minus(DAY);
      }
      assertThat(into.isNegative() || into.compareTo(NIGHT.length()) >= 0)
          .describedAs("%s comes %s into the night", visit, into)
          .isTrue();
    }
  }

  @Test
  void vehiclesOfOneTwoAndThreePhasesFollowOneAnother() {
    assertThat(drawn(7, 9).stream().map(visit -> visit.vehicle().phases()).toList())
        .containsSubsequence(1, 2, 3, 1, 2, 3);
  }

  @Test
  void areUnlikeOneAnother() {
    List<VehicleSpec> vehicles = drawn(1, 200).stream().map(Visit::vehicle).toList();

    assertThat(vehicles).anyMatch(VehicleSpec::tapers).anyMatch(it -> !it.tapers());
    assertThat(vehicles)
        .anyMatch(it -> it.minimumMilliamps() == 8000)
        .anyMatch(it -> it.afterPause() == AfterPause.SLEEPS)
        .anyMatch(it -> it.energyWantedWattHours() < 1000)
        .anyMatch(it -> it.energyWantedWattHours() > 15_000)
        .allMatch(it -> it.maximumMilliamps() <= 32_000)
        .allMatch(it -> it.response().compareTo(Duration.ofSeconds(1)) >= 0)
        .allMatch(it -> it.response().compareTo(Duration.ofSeconds(5)) < 0)
        .anyMatch(it -> it.response().compareTo(Duration.ofSeconds(4)) > 0);
  }

  @Test
  void someStayOvernight() {
    assertThat(drawn(3, 200))
        .anyMatch(visit -> Duration.between(visit.arrival(), visit.departure()).toHours() >= 5);
  }

  @Test
  void atADcChargerTheyTakeMore() {
    Output dc = new Output.Dc(50_000, 5_000, 0, new AcInput(324, 940, 980));
    Visit visit = new MixedVisits(1, dc, T0, NIGHT).next().orElseThrow();

    assertThat(visit.vehicle().maximumMilliamps()).isEqualTo(dc.maximumMilliamps());
    assertThat(visit.vehicle().minimumMilliamps()).isEqualTo(1);
  }

  @Test
  void onOrdinaryDaysNobodyIsThereForHours() {
    MixedVisits visits = new MixedVisits(3, AC, T0, NIGHT, MixedVisits.Stays.OF_DAYS);
    Duration taken = Duration.ZERO;
    Instant last = T0;
    for (int i = 0; i < 100; i++) {
      Visit visit = visits.next().orElseThrow();
      taken = taken.plus(Duration.between(visit.arrival(), visit.departure()));
      last = visit.departure();
    }
    double share = (double) taken.toSeconds() / Duration.between(T0, last).toSeconds();
    assertThat(share).isBetween(0.3, 0.6);
  }
}
