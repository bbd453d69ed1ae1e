package dev.headroom.allocator;

import dev.headroom.contract.site.SiteDocument;
import dev.headroom.contract.site.SiteFile;
import dev.headroom.contract.site.SiteYaml;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.evse.Acknowledgement;
import dev.headroom.core.evse.ChargingSession;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.MeasuredCurrent;
import dev.headroom.core.evse.Revision;
import dev.headroom.core.reading.MeterReading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Sites and what is heard of them. */
public final class Fixtures {

  private Fixtures() {}

  /** A 208Y/120 service of 100 A with one meter and two EVSEs on L1-L2 and L2-L3. */
  public static String yaml(String site) {
    return """
    apiVersion: headroom.dev/v1
    kind: Site
    metadata: {name: %1$s}
    spec:
      supply: 208Y/120
      control: {raiseDelay: 1s}
      circuits:
        - name: service
          breakerAmps: 100
          meter: {name: main, accuracyPercent: 1}
          worstCaseBaseAmps: 60
          largestBaseStepAmps: 10
          baseRiseWithinTtlAmps: 10
      evses:
        - name: left
          circuit: service
          branchBreakerAmps: 40
          station: %1$s-1
          evseId: 1
          wiring: L1-L2
          maximumAmps: 32
        - name: right
          circuit: service
          branchBreakerAmps: 40
          station: %1$s-2
          evseId: 1
          wiring: L2-L3
          maximumAmps: 32
    """
        .formatted(site);
  }

  public static SiteDocument document(String site) {
    return parse(yaml(site));
  }

  public static SiteDocument parse(String yaml) {
    return switch (SiteYaml.read("test.yaml", yaml)) {
      case SiteFile.Read read -> read.document();
      case SiteFile.Refused refused -> throw new AssertionError(refused.findings());
    };
  }

  /** The same current on every phase. */
  public static MeterReading reading(String site, int milliamps, Instant at) {
    return new MeterReading(
        site,
        "main",
        PerPhase.same(List.of(Phase.values()), milliamps),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        at,
        at);
  }

  /** An online EVSE with a vehicle that takes all it gets and nothing acknowledged yet. */
  public static EvseState charging(String site, String evse, Instant at) {
    return new EvseState(
        site,
        evse,
        OptionalLong.of(0),
        at,
        true,
        Optional.of(new ChargingSession("session-1", at.minusSeconds(60), true)),
        Optional.empty(),
        Optional.empty(),
        Optional.of(drawing(evse, 0, at)),
        true,
        true,
        false);
  }

  /** As {@link #charging}, after the charger took this limit and follows it. */
  public static EvseState following(
      String site, String evse, int milliamps, Revision revision, Instant at) {
    EvseState before = charging(site, evse, at);
    return new EvseState(
        site,
        evse,
        before.connectionEpoch(),
        at,
        true,
        before.session(),
        Optional.of(new Acknowledgement(milliamps, revision, at)),
        Optional.of(revision),
        Optional.of(drawing(evse, milliamps, at)),
        true,
        true,
        false);
  }

  private static MeasuredCurrent drawing(String evse, int milliamps, Instant at) {
    List<Phase> lines =
        evse.equals("left") ? List.of(Phase.L1, Phase.L2) : List.of(Phase.L2, Phase.L3);
    return new MeasuredCurrent(PerPhase.same(lines, milliamps), at);
  }
}
