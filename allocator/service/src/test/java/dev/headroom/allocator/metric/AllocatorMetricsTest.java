package dev.headroom.allocator.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.allocation.CircuitLoad;
import dev.headroom.core.electrical.Phase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AllocatorMetricsTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final AllocatorMetrics metrics = new AllocatorMetrics(registry, 1, false);

  @Test
  void countsTheTimeFromALookAboveTheLimitToTheNext() {
    metrics.looked(look("oak", 0, 90_000));
    metrics.looked(look("oak", 1, 90_000));
    metrics.looked(look("oak", 3, 70_000));
    metrics.looked(look("oak", 4, 70_000));
    assertThat(registry.get("headroom.breach.seconds").counter().count()).isEqualTo(3);
    assertThat(registry.get("headroom.site.breach.seconds").counter().count()).isEqualTo(3);
  }

  @Test
  void doesNotCountTimeInWhichNobodyLooked() {
    metrics.looked(look("oak", 0, 90_000));
    metrics.looked(look("oak", 60, 90_000));
    assertThat(registry.get("headroom.breach.seconds").counter().count()).isZero();
  }

  @Test
  void endsASitesSeriesWithIt() {
    metrics.looked(look("oak", 0, 70_000));
    assertThat(registry.get("headroom.headroom.amperes").gauge().value()).isEqualTo(20);
    metrics.forget("oak");
    assertThat(registry.find("headroom.headroom.amperes").gauge()).isNull();
    assertThat(registry.find("headroom.dr.shortfall.watts").gauge()).isNull();
    assertThat(registry.find("headroom.site.breach.seconds").counter()).isNull();
  }

  @Test
  void countsTheMetersWithoutAFreshReadingOfAllSitesThatItHas() {
    metrics.looked(look("oak", 0, 70_000));
    metrics.looked(look("elm", 0, 70_000));
    metrics.looked(look("elm", 1, 70_000));
    assertThat(registry.get("headroom.meters.silent").gauge().value()).isEqualTo(2);
    metrics.forget("elm");
    assertThat(registry.get("headroom.meters.silent").gauge().value()).isEqualTo(1);
  }

  @Test
  void showsDeadLettersOfEveryTopicAndTheControlStateBeforeThereAreAny() {
    assertThat(registry.get("headroom.dead.letters").counters())
        .hasSize(5 + 1)
        .allSatisfy(counter -> assertThat(counter.count()).isZero());
  }

  @Test
  void showsNoMoreSitesThanAskedFor() {
    metrics.looked(look("oak", 0, 70_000));
    metrics.looked(look("elm", 0, 70_000));
    assertThat(registry.find("headroom.headroom.amperes").gauges()).hasSize(1);
  }

  private static SiteLook look(String site, int second, int measuredMilliamps) {
    var load =
        new CircuitLoad("service", Phase.L1, 80_000, OptionalInt.of(measuredMilliamps), 60_000, 0);
    return new SiteLook(site, NOON.plusSeconds(second), List.of(load), 0, 1);
  }
}
