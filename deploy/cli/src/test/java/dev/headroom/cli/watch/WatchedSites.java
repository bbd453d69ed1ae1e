package dev.headroom.cli.watch;

import dev.headroom.cli.watch.SiteLimits.CeilingNow;
import dev.headroom.cli.watch.SiteLimits.CircuitNow;
import dev.headroom.cli.watch.SiteLimits.EvseNow;
import dev.headroom.cli.watch.SiteLimits.EvseReport;
import dev.headroom.cli.watch.SiteLimits.PhaseNow;
import dev.headroom.cli.watch.SiteLimits.Session;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Sites as a stream may tell of them. */
final class WatchedSites {

  static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private WatchedSites() {}

  /** A service of 100 A with this base load on L1, and ports of which one charges. */
  static SiteLimits site(String name, double baseAmps, int ports) {
    List<EvseNow> evses =
        IntStream.rangeClosed(1, ports)
            .mapToObj(port -> port == 1 ? charging(name) : idle("port-" + port))
            .toList();
    return new SiteLimits(
        name,
        5,
        7,
        NOON,
        List.of(),
        evses,
        List.of(
            new CircuitNow(
                "service",
                Optional.empty(),
                Optional.of(100.0),
                List.of(phase("L1", baseAmps), phase("L2", 8)))));
  }

  static SiteLimits under(SiteLimits site, CeilingNow... ceilings) {
    return new SiteLimits(
        site.site(),
        site.epoch(),
        site.sequence(),
        site.decidedAt(),
        List.of(ceilings),
        site.evses(),
        site.circuits());
  }

  static EvseReport report(String site, double draws, boolean wantsCurrent) {
    return new EvseReport(
        site,
        "port-1",
        true,
        Optional.of(new Session(NOON, wantsCurrent)),
        Optional.of(Map.of("L1", draws)),
        false);
  }

  static Picture picture(SiteLimits... sites) {
    Picture picture = Picture.of(Set.of()).with(new Connection.Open());
    for (SiteLimits site : sites) {
      picture = picture.after(new Message.Limits(site), NOON);
    }
    return picture;
  }

  private static EvseNow charging(String site) {
    return new EvseNow(
        "port-1",
        16,
        "FAIR_SHARE",
        Optional.of("service"),
        Optional.of("L1"),
        Optional.of("flat 4"),
        Optional.of(32.0),
        Optional.of(report(site, 15.8, true)));
  }

  private static EvseNow idle(String name) {
    return new EvseNow(
        name,
        6,
        "IDLE",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(32.0),
        Optional.of(new EvseReport("site", name, true, Optional.empty(), Optional.empty(), false)));
  }

  private static PhaseNow phase(String name, double baseAmps) {
    return new PhaseNow(name, 80, Optional.of(baseAmps + 16), baseAmps, 80 - baseAmps, 16);
  }
}
