package dev.headroom.simulator.run;

import dev.headroom.core.site.Site;
import dev.headroom.simulator.arrivals.Arrivals;
import dev.headroom.simulator.ocpp.SpokenVersions;
import dev.headroom.simulator.ocpp.StationTls;
import dev.headroom.simulator.sites.Credentials;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is simulated, and where to.
 *
 * @param gateway such as {@code ws://127.0.0.1:8081/ocpp}; the station's id is appended
 * @param meterIngest such as {@code coaps://127.0.0.1:5684/readings}
 * @param seed of base loads, vehicles, meter errors and jitter
 * @param arrivals who comes to charge
 * @param versions of OCPP, and who speaks which
 * @param meterPeriod between two samples of a meter
 * @param replay a recorded load instead of the seeded one
 * @param tls of a gateway at {@code wss}
 * @param out where lines for people go
 */
public record SimulationSettings(
    List<Site> sites,
    Credentials credentials,
    URI gateway,
    URI meterIngest,
    long seed,
    Arrivals arrivals,
    SpokenVersions versions,
    Duration meterPeriod,
    Optional<Replay> replay,
    StationTls tls,
    Consumer<String> out) {

  public static final Duration METER_PERIOD = Duration.ofSeconds(1);

  public SimulationSettings {
    sites = List.copyOf(sites);
  }

  /** Of a gateway that stations need no certificates for. */
  public SimulationSettings(
      List<Site> sites,
      Credentials credentials,
      URI gateway,
      URI meterIngest,
      long seed,
      Arrivals arrivals,
      SpokenVersions versions,
      Duration meterPeriod,
      Optional<Replay> replay,
      Consumer<String> out) {
    this(
        sites,
        credentials,
        gateway,
        meterIngest,
        seed,
        arrivals,
        versions,
        meterPeriod,
        replay,
        StationTls.NONE,
        out);
  }
}
