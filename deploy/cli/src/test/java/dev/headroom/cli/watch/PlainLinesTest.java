package dev.headroom.cli.watch;

import static dev.headroom.cli.watch.WatchedSites.report;
import static dev.headroom.cli.watch.WatchedSites.site;
import static org.assertj.core.api.Assertions.assertThat;

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
}
