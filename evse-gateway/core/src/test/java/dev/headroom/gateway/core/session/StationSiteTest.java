package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.SupplySystem;
import dev.headroom.core.electrical.Transformer;
import dev.headroom.core.electrical.VectorGroup;
import dev.headroom.core.site.BaseRises;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.Site;
import dev.headroom.gateway.core.fixture.Sites;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StationSiteTest {

  /** Its watts and volts are those of the secondary, not of the site's 480 V. */
  @Test
  void aStationBelowATransformerHasTheSecondarysSupply() {
    Site site =
        new Site(
            "garage",
            Supply.WYE_480Y_277,
            new Control(Control.Fallback.MINIMUM, Control.STALE_AFTER, Control.RAISE_DELAY),
            List.of(service(), main()),
            List.of(Sites.bay(1, 6000)));

    assertThat(StationSite.of(site, "station-1", Sites.TTL))
        .map(StationSite::supply)
        .contains(Supply.WYE_208Y_120);
    assertThat(StationSite.of(site, "station-2", Sites.TTL)).isEmpty();
  }

  private static Circuit service() {
    return new Circuit(
        "service",
        Optional.empty(),
        200_000,
        800,
        Set.of(Phase.values()),
        Optional.empty(),
        Optional.empty());
  }

  private static Circuit main() {
    return new Circuit(
        "main",
        Optional.of("service"),
        400_000,
        800,
        Set.of(Phase.values()),
        Optional.empty(),
        Optional.empty(),
        true,
        OptionalInt.empty(),
        BaseRises.UNDECLARED,
        Optional.of(
            new Transformer(
                150_000, VectorGroup.DYN11, SupplySystem.WYE_480Y_277, SupplySystem.WYE_208Y_120)));
  }
}
