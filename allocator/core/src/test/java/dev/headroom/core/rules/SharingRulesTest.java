package dev.headroom.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.Pace;
import dev.headroom.core.site.Sharing;
import dev.headroom.core.site.Sharing.Strategy;
import dev.headroom.core.site.SiteSketch;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SharingRulesTest {

  private static final Wiring L1_L2 = new Wiring.LineToLine(Phase.L1, Phase.L2);
  private final SiteSketch sketch = new SiteSketch(Supply.WYE_208Y_120);

  @BeforeEach
  void threePortsOfTwoTenantsAndOneOfNobody() {
    sketch.circuit("service", 400).base(100);
    sketch.evse("port-1", "service", L1_L2).tenant("acme");
    sketch.evse("port-2", "service", L1_L2).tenant("acme");
    sketch.evse("port-3", "service", L1_L2).tenant("bolt");
    sketch.evse("port-4", "service", L1_L2);
  }

  @Test
  void findsNothingWhereEveryTenantHasAWeightOrNone() {
    assertThat(found(Strategy.FAIR_SHARE, Map.of("acme", 2, "bolt", 1))).isEmpty();
    assertThat(found(Strategy.FAIR_SHARE, Map.of())).isEmpty();
  }

  @Test
  void warnsOfAWeightForATenantThatHasNoEvse() {
    assertThat(found(Strategy.FAIR_SHARE, Map.of("acme", 2, "bolt", 1, "coil", 1)))
        .containsExactly(
            "WARNING spec.control.tenantWeights.coil: no EVSE has the tenant 'coil' → the EVSEs'"
                + " tenants are acme, bolt");
  }

  @Test
  void refusesATenantWithoutAWeightAmongThoseThatHaveOne() {
    assertThat(found(Strategy.FAIR_SHARE, Map.of("bolt", 1)))
        .containsExactly(
            "ERROR spec.control.tenantWeights: tenant 'acme' (EVSEs: 2) has no weight, and others"
                + " have: what it gets against them would be a guess → add acme: 1, or leave out"
                + " tenantWeights");
  }

  @ParameterizedTest
  @EnumSource(
      value = Strategy.class,
      names = {"LEAST_LAXITY", "EARLIEST_DEADLINE"})
  void warnsThatVehiclesThatSayNothingCountLast(Strategy byTime) {
    assertThat(found(byTime, Map.of()))
        .singleElement()
        .asString()
        .startsWith("WARNING spec.control.strategy: ")
        .contains("those that say nothing count last");
  }

  @ParameterizedTest
  @EnumSource(
      value = Strategy.class,
      names = {"LEAST_LAXITY", "EARLIEST_DEADLINE"},
      mode = EnumSource.Mode.EXCLUDE)
  void saysNothingOfNeedsWhereTheyPlayNoPart(Strategy other) {
    assertThat(found(other, Map.of())).isEmpty();
  }

  private Iterable<String> found(Strategy strategy, Map<String, Integer> weights) {
    sketch.control(
        new Control(
            Control.Mode.DYNAMIC,
            Control.Fallback.MINIMUM,
            Control.STALE_AFTER,
            Control.RAISE_DELAY,
            Optional.empty(),
            new Sharing(strategy, weights, Sharing.Sums.PHASOR),
            Pace.DEFAULT));
    return SiteSketch.found(sketch);
  }
}
