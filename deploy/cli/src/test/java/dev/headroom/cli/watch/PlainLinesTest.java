package dev.headroom.cli.watch;

import static dev.headroom.cli.watch.WatchedSites.NOON;
import static dev.headroom.cli.watch.WatchedSites.report;
import static dev.headroom.cli.watch.WatchedSites.site;
import static dev.headroom.cli.watch.WatchedSites.under;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.cli.watch.SiteLimits.CeilingNow;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlainLinesTest {

  @Test
  void whatIsNewIsToldInFull() {
    assertThat(PlainLines.changes(Optional.empty(), site("oak", 40, 1)))
        .containsExactly(
            "2026-06-01T12:00:00Z site site=oak tightest=service/L1 limit=80.000 headroom=40",
            "2026-06-01T12:00:00Z evse site=oak evse=port-1 limit=16.000 measured=15.800"
                + " vehicle=charging reason=\"fair share of service L1\"");
  }

  @Test
  void onlyWhatChangedIsToldAgain() {
    SiteLimits before = site("oak", 40, 3);

    assertThat(PlainLines.changes(Optional.of(before), before.with(report("oak", 12, true))))
        .isEmpty();
    assertThat(PlainLines.changes(Optional.of(before), before.with(report("oak", 0, false))))
        .singleElement()
        .asString()
        .contains("measured=0.000 vehicle=satisfied");
    assertThat(PlainLines.changes(Optional.of(before), site("oak", 60, 3)))
        .singleElement()
        .asString()
        .contains("headroom=20");
  }

  @Test
  void aCeilingIsToldWhenItBeginsChangesAndEnds() {
    SiteLimits without = site("oak", 40, 1);
    SiteLimits event = under(without, ceiling("events", 40));
    SiteLimits tighter = under(without, ceiling("events", 24));
    String begins =
        "2026-06-01T12:00:00Z ceiling site=oak source=events amps=40.000"
            + " until=2026-06-01T14:00:00Z state=begins";

    assertThat(PlainLines.changes(Optional.empty(), event)).contains(begins);
    assertThat(PlainLines.changes(Optional.of(without), event)).containsExactly(begins);
    assertThat(PlainLines.changes(Optional.of(event), event)).isEmpty();
    assertThat(PlainLines.changes(Optional.of(event), tighter))
        .singleElement()
        .asString()
        .contains("source=events amps=24.000", "state=changes");
    assertThat(PlainLines.changes(Optional.of(tighter), without))
        .containsExactly(
            "2026-06-01T12:00:00Z ceiling site=oak source=events amps=24.000"
                + " until=2026-06-01T14:00:00Z state=ends");
  }

  @Test
  void oneSourceEndsWhileAnotherGoesOn() {
    SiteLimits without = site("oak", 40, 1);
    SiteLimits both = under(without, ceiling("events", 40), ceiling("operator", 60));

    assertThat(PlainLines.changes(Optional.of(both), under(without, ceiling("operator", 60))))
        .singleElement()
        .asString()
        .contains("source=events", "state=ends");
  }

  private static CeilingNow ceiling(String source, double amps) {
    return new CeilingNow(source, Optional.of(amps), Optional.empty(), NOON.plusSeconds(7200));
  }
}
