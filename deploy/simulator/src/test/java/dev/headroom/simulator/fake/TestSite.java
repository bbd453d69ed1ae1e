package dev.headroom.simulator.fake;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Meter;
import dev.headroom.core.site.Site;
import dev.headroom.core.site.StationAddress;
import dev.headroom.simulator.arrivals.Arrivals;
import dev.headroom.simulator.ocpp.SpokenVersions;
import dev.headroom.simulator.run.SimulationSettings;
import dev.headroom.simulator.sites.Credentials;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One service, one meter, two EVSEs. */
public final class TestSite {

  public static final Credentials CREDENTIALS =
      new Credentials(
          Map.of("home/main", "a-key-of-sixteen"),
          Map.of("cp-1", "first-password-1", "cp-2", "second-password-2"));

  private TestSite() {}

  public static Site site() {
    Set<Phase> phases = Set.copyOf(Supply.WYE_208Y_120.phases());
    return new Site(
        "home",
        Supply.WYE_208Y_120,
        new Control(Control.Fallback.MINIMUM, Control.STALE_AFTER, Control.RAISE_DELAY),
        List.of(
            new Circuit(
                "service",
                Optional.empty(),
                100_000,
                800,
                phases,
                Optional.of(new Meter("main", 0)),
                Optional.of(PerPhase.same(phases, 20_000)))),
        List.of(
            evse("one", "cp-1", new Wiring.LineToLine(Phase.L1, Phase.L2)),
            evse("two", "cp-2", new Wiring.ThreePhase(Phase.L2))));
  }

  private static Evse evse(String name, String station, Wiring wiring) {
    return new Evse(
        name,
        "service",
        40_000,
        new StationAddress(station, 1),
        wiring,
        32_000,
        6000,
        6000,
        true,
        0,
        1,
        Optional.empty(),
        false);
  }

  /** Vehicles come by hand, and every station speaks 1.6. */
  public static SimulationSettings settings(FakeCentral central, FakeIngest ingest) {
    return settings(central, ingest, SpokenVersions.ALL_1_6);
  }

  public static SimulationSettings settings(
      FakeCentral central, FakeIngest ingest, SpokenVersions versions) {
    return settings(central, ingest, CREDENTIALS, new Arrivals.ByHand(), versions, line -> {});
  }

  public static SimulationSettings settings(
      FakeCentral central, FakeIngest ingest, Credentials credentials) {
    return settings(
        central, ingest, credentials, new Arrivals.ByHand(), SpokenVersions.ALL_1_6, line -> {});
  }

  public static SimulationSettings settings(
      FakeCentral central, FakeIngest ingest, Arrivals arrivals, Consumer<String> out) {
    return settings(central, ingest, CREDENTIALS, arrivals, SpokenVersions.MIXED, out);
  }

  private static SimulationSettings settings(
      FakeCentral central,
      FakeIngest ingest,
      Credentials credentials,
      Arrivals arrivals,
      SpokenVersions versions,
      Consumer<String> out) {
    return new SimulationSettings(
        List.of(site()),
        credentials,
        central.address(),
        ingest.address(),
        1,
        arrivals,
        versions,
        Duration.ofMillis(200),
        Optional.empty(),
        out);
  }
}
