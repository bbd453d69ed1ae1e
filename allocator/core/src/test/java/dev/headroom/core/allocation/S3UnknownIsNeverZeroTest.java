package dev.headroom.core.allocation;

import static dev.headroom.core.electrical.Phase.L1;
import static dev.headroom.core.electrical.Phase.L2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.LineToLine;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** S3: a stale or missing meter counts as its worst case. */
class S3UnknownIsNeverZeroTest {

  private static ClosedLoop home() {
    return new ClosedLoop(
        Sites.on(Supply.SPLIT_PHASE_120_240)
            .service(100, 60)
            .evse("a", "service", new LineToLine(L1, L2), 48, 6)
            .evse("b", "service", new LineToLine(L1, L2), 48, 6)
            .tree());
  }

  @Test
  void aSilentMeterBringsTheWorstCaseBaseWithinStaleAfter() {
    ClosedLoop site = home();
    site.plugInAll();
    site.run(Duration.ofMinutes(1));
    assertThat(site.limit("a")).isEqualTo(40_000);
    site.silenceMeter();
    site.run(Duration.ofMillis(5500));
    assertThat(site.limit("a")).isEqualTo(10_000);
    assertThat(site.reason("a")).isEqualTo(Reason.at(Reason.Kind.METER_MISSING, "service", L1));
    assertThat(site.measured("service", L1)).isEmpty();
  }

  @Test
  void aMeterThatNeverSpokeCountsAtItsWorstCase() {
    ClosedLoop site = home();
    site.silenceMeter();
    site.plugInAll();
    site.run(Duration.ofMinutes(1));
    assertThat(site.limit("a")).isEqualTo(10_000);
  }

  @Test
  void aMeterThatSpeaksAgainIsTrustedOnlyAfterTheRaiseDelay() {
    ClosedLoop site = home();
    site.plugInAll();
    site.run(Duration.ofMinutes(1));
    site.silenceMeter();
    site.run(Duration.ofSeconds(20));
    site.meterSpeaks();
    site.run(Duration.ofSeconds(9));
    assertThat(site.limit("a")).isEqualTo(10_000);
    site.run(Duration.ofSeconds(30));
    assertThat(site.limit("a")).isEqualTo(40_000);
  }
}
