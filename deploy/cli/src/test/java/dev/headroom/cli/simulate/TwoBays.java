package dev.headroom.cli.simulate;

import dev.headroom.contract.site.SiteFile;
import dev.headroom.contract.site.SiteYaml;
import dev.headroom.core.site.Site;

/** A service of 40 A at 240 V with two EVSEs of 32 A, left and right: 9.6 kW for 15.36 kW. */
public final class TwoBays {

  public static final String YAML =
      """
      apiVersion: headroom.dev/v1
      kind: Site
      metadata: {name: two-bays}
      spec:
        supply: 120/240
        control: {fallback: pause}
        circuits:
          - name: service
            breakerAmps: 40
            continuousFactor: 1.0
            worstCaseBaseAmps: 0
        evses:
          - {name: left, circuit: service, branchBreakerAmps: 40, station: L-1, wiring: L1-L2, maximumAmps: 32}
          - {name: right, circuit: service, branchBreakerAmps: 40, station: R-1, wiring: L1-L2, maximumAmps: 32}
      """;

  private TwoBays() {}

  public static Site site() {
    return site(YAML);
  }

  /**
   * The site of a text that is sound.
   *
   * @throws AssertionError with what is wrong with it
   */
  public static Site site(String yaml) {
    return switch (SiteYaml.read("test.yaml", yaml)) {
      case SiteFile.Read read -> read.document().site();
      case SiteFile.Refused refused -> throw new AssertionError(refused.findings().toString());
    };
  }
}
