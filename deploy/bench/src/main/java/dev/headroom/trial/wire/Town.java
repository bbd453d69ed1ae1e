package dev.headroom.trial.wire;

import dev.headroom.contract.site.SiteDocument;
import dev.headroom.contract.site.SiteFile;
import dev.headroom.contract.site.SiteYaml;
import dev.headroom.contract.topic.SitePartitioner;
import dev.headroom.core.electrical.Phase;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sites that are all alike: a 400 V service with one meter and some three-phase EVSEs that cannot
 * all have their maximum.
 *
 * @param evses of each site
 */
public record Town(int sites, int evses, int partitions) {

  /** What an EVSE's vehicle takes when it may: all of it. */
  public static final int MAXIMUM_MILLIAMPS = 32_000;

  public static final List<Phase> PHASES = List.of(Phase.values());

  public List<String> names() {
    return IntStream.range(0, sites).mapToObj(Town::name).toList();
  }

  public static String name(int site) {
    return "site-%05d".formatted(site);
  }

  public static String evse(int evse) {
    return "e" + evse;
  }

  public int partitionOf(String site) {
    return SitePartitioner.partitionOf(site, partitions);
  }

  /** What everything beside the vehicles may draw, of each phase. */
  public int worstCaseBaseAmps() {
    return 60 + 6 * evses;
  }

  /** Breaker of the service: 12 A for each EVSE beside the base load, after the factor of 0.8. */
  public int breakerAmps() {
    return (int) Math.ceil((12.0 * evses + worstCaseBaseAmps()) / 0.8);
  }

  public SiteDocument document(String site) {
    StringBuilder yaml =
        new StringBuilder(
            """
            apiVersion: headroom.dev/v1
            kind: Site
            metadata: {name: %s}
            spec:
              supply: 400Y/230
              control: {raiseDelay: 1s}
              circuits:
                - name: service
                  breakerAmps: %d
                  meter: {name: main, accuracyPercent: 1}
                  worstCaseBaseAmps: %d
                  largestBaseStepAmps: 10
                  baseRiseWithinTtlAmps: 10
              evses:
            """
                .formatted(site, breakerAmps(), worstCaseBaseAmps()));
    for (int i = 0; i < evses; i++) {
      yaml.append(
          """
              - {name: %s, circuit: service, branchBreakerAmps: 40, station: %s-%d, evseId: 1, \
          wiring: L1-L2-L3, maximumAmps: 32}
          """
              .formatted(evse(i), site, i));
    }
    return switch (SiteYaml.read(site + ".yaml", yaml.toString())) {
      case SiteFile.Read read -> read.document();
      case SiteFile.Refused refused ->
          throw new IllegalStateException(refused.findings().toString());
    };
  }
}
