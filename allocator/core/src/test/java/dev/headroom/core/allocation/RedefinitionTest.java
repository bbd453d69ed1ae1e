package dev.headroom.core.allocation;

import static dev.headroom.core.electrical.Phase.L1;
import static dev.headroom.core.electrical.Phase.L2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.ceiling.Ceiling;
import dev.headroom.core.ceiling.CeilingInterval;
import dev.headroom.core.ceiling.CeilingValue.Amperes;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring.LineToLine;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a site's controller keeps and gives up when its site, its sources or its sight change. */
class RedefinitionTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static Sites home() {
    return Sites.on(Supply.SPLIT_PHASE_120_240)
        .service(100, 20)
        .evse("one", "service", new LineToLine(L1, L2), 48, 6)
        .evse("two", "service", new LineToLine(L1, L2), 48, 6);
  }

  private static ClosedLoop charging() {
    ClosedLoop site = new ClosedLoop(home().tree());
    site.plugInAll();
    site.run(MINUTE);
    assertThat(site.limit("one")).isEqualTo(40_000);
    return site;
  }

  @Test
  void s1WhatEvsesMayStillFollowIsKept() {
    ClosedLoop site = charging();
    site.controller()
        .redefine(home().evse("new", "service", new LineToLine(L1, L2), 48, 6).tree(), 2);
    Allocation next = site.controller().decide(site.now()).orElseThrow();
    // Two at 40 A; of the new one nothing is known yet.
    assertThat(next.circuits().getFirst().mostMilliamps()).isEqualTo(80_000 + 48_000);
  }

  @Test
  void aNewDefinitionIsAnsweredAtOnceThoughNothingChanges() {
    ClosedLoop site = charging();
    site.controller().redefine(home().tree(), 2);
    Allocation next = site.controller().decide(site.now()).orElseThrow();
    assertThat(next.siteVersion()).isEqualTo(2);
  }

  /** S3: what was read before tells nothing of how the CTs hang now. */
  @Test
  void s3ReadingsOfTheOldDefinitionAreForgotten() {
    ClosedLoop site = charging();
    assertThat(site.controller().oldestReadingAt(site.now())).contains(site.now());
    site.controller().redefine(home().metered("panel", "service", 50, 10).tree(), 2);
    assertThat(site.controller().oldestReadingAt(site.now())).isEmpty();
    site.controller().accept(Samples.reading(1000, site.now()));
    assertThat(site.controller().oldestReadingAt(site.now())).contains(site.now());
  }

  @Test
  void aStaleReadingIsNotTheOldest() {
    ClosedLoop site = charging();
    assertThat(site.controller().oldestReadingAt(site.now().plusSeconds(6))).isEmpty();
  }

  @Test
  void aSourceThatWithdrawsBindsNoMore() {
    ClosedLoop site = charging();
    CeilingInterval hour =
        new CeilingInterval(site.now(), site.now().plusSeconds(3600), new Amperes(24_000));
    site.controller().accept(new Ceiling("test", Ceiling.OPERATOR, false, List.of(hour)));
    site.run(MINUTE);
    assertThat(site.limit("one")).isEqualTo(12_000);
    site.controller().withdraw(Ceiling.OPERATOR);
    site.run(MINUTE);
    assertThat(site.limit("one")).isEqualTo(40_000);
  }

  @Test
  void saysHowFarTheSiteIsAboveACeiling() {
    ClosedLoop site = charging();
    CeilingInterval hour =
        new CeilingInterval(site.now(), site.now().plusSeconds(3600), new Amperes(70_000));
    site.controller().accept(new Ceiling("test", Ceiling.OPERATOR, false, List.of(hour)));
    // 10 A too much on each of two lines of 120 V.
    assertThat(site.controller().shortfallWatts(site.now())).isEqualTo(2400);
    assertThat(site.controller().seen()).hasSize(2);
  }

  /**
   * One stands above its fallback of 6 A, the other is paused: only the first hears of a change.
   */
  @Test
  void s1TheFallbackAllocationRaisesNobody() {
    ClosedLoop site = charging();
    site.base(L1, 72);
    site.base(L2, 72);
    site.run(MINUTE);
    assertThat(List.of(site.limit("one"), site.limit("two"))).containsExactlyInAnyOrder(8000, 0);
    Allocation fallback = site.controller().fallback(site.now());
    assertThat(fallback.limits())
        .extracting(EvseLimit::limitMilliamps)
        .containsExactlyInAnyOrder(6000, 0);
    assertThat(fallback.limits()).allMatch(limit -> limit.reason().kind() == Reason.Kind.FALLBACK);
    assertThat(fallback.revision()).isGreaterThan(site.last.orElseThrow().revision());
  }
}
