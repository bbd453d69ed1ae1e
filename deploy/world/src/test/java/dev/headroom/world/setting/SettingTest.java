package dev.headroom.world.setting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.rules.SiteFigures;
import dev.headroom.core.rules.SiteRules;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Finding;
import dev.headroom.core.site.Output;
import dev.headroom.core.site.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Every site that a run can begin with, by the product's own rules and by our own reckoning. */
class SettingTest {

  private static final int SEEDS = 500;
  private static final Duration LENGTH = Duration.ofHours(2);
  private static final List<Setting> SETTINGS = settings();

  private static List<Setting> settings() {
    List<Setting> drawn = new ArrayList<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      drawn.add(Setting.varied(seed, LENGTH));
    }
    return drawn;
  }

  private static List<Site> sites() {
    return SETTINGS.stream().map(Setting::site).toList();
  }

  @Test
  void noSiteAndNoChangeOfItIsRefused() {
    for (Setting setting : SETTINGS) {
      for (Site site : List.of(setting.site(), setting.other())) {
        assertThat(SiteRules.check(site).stream().filter(Finding::isError))
            .describedAs("seed %d", setting.seed())
            .isEmpty();
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameSetting() {
    for (long seed = 1; seed <= 50; seed++) {
      assertThat(Setting.varied(seed, LENGTH)).isEqualTo(SETTINGS.get((int) seed - 1));
    }
  }

  @Test
  void sitesAreSmallAndWantMoreThanThereIs() {
    for (Setting setting : SETTINGS) {
      assertThat(setting.site().evses().size())
          .describedAs("seed %d", setting.seed())
          .isBetween(1, 8);
      assertThat(Fit.wanted(SiteFigures.of(setting.site())))
          .describedAs("seed %d", setting.seed())
          .isBetween(1.3, 3.0);
    }
  }

  @Test
  void aChangedDefinitionAllowsNoMoreThanTheWires() {
    for (Setting setting : SETTINGS) {
      Map<String, Circuit> wires = new HashMap<>();
      setting.site().circuits().forEach(circuit -> wires.put(circuit.name(), circuit));
      assertThat(setting.other()).isNotEqualTo(setting.site());
      assertThat(setting.other().circuits()).hasSameSizeAs(setting.site().circuits());
      for (Circuit circuit : setting.other().circuits()) {
        Circuit wire = wires.getOrDefault(circuit.name(), circuit);
        assertThat(circuit.breakerMilliamps()).isLessThanOrEqualTo(wire.breakerMilliamps());
        assertThat(circuit.continuousFactorPermille())
            .isLessThanOrEqualTo(wire.continuousFactorPermille());
        assertThat(circuit.worstCaseBaseMilliamps()).isEqualTo(wire.worstCaseBaseMilliamps());
        assertThat(circuit.rises()).isEqualTo(wire.rises());
        assertThat(circuit.meter()).isEqualTo(wire.meter());
      }
      for (int i = 0; i < setting.site().evses().size(); i++) {
        Evse is = setting.site().evses().get(i);
        Evse said = setting.other().evses().get(i);
        assertThat(said.maximumMilliamps()).isLessThanOrEqualTo(is.maximumMilliamps());
        assertThat(said.wiring()).isEqualTo(is.wiring());
        assertThat(said.address()).isEqualTo(is.address());
      }
    }
  }

  @Test
  void allKindsOfSitesCome() {
    some(20, site -> site.supply().equals(Supply.SPLIT_PHASE_120_240));
    some(20, site -> site.circuits().stream().anyMatch(it -> it.transformer().isPresent()));
    some(20, site -> site.evses().stream().anyMatch(it -> it.output() instanceof Output.Dc));
    some(20, site -> has(site, Wiring.LineToNeutral.class) && has(site, Wiring.ThreePhase.class));
    some(20, site -> site.supply().equals(Supply.WYE_208Y_120) && site.circuits().size() == 1);
    some(20, SettingTest::hasAPanelWithItsOwnMeter);
    some(20, site -> site.control().demandCap().isPresent());
    some(20, site -> site.control().mode() == Control.Mode.STATIC);
    some(50, site -> site.control().fallback() == Control.Fallback.PAUSE);
    some(50, site -> site.control().fallback() == Control.Fallback.MINIMUM);
    some(50, site -> site.evses().stream().anyMatch(it -> it.address().evseId() > 1));
    some(10, SettingTest::takesTurns);
  }

  private static void some(int atLeast, Predicate<Site> such) {
    assertThat(sites()).filteredOn(such).hasSizeGreaterThanOrEqualTo(atLeast);
  }

  private static boolean has(Site site, Class<? extends Wiring> kind) {
    return site.evses().stream().anyMatch(evse -> kind.isInstance(evse.wiring()));
  }

  private static boolean hasAPanelWithItsOwnMeter(Site site) {
    return site.circuits().stream()
        .anyMatch(it -> it.parent().isPresent() && it.meter().isPresent());
  }

  /** Even while the building takes what it usually does. */
  private static boolean takesTurns(Site site) {
    return SiteFigures.of(site).conductors().stream()
        .anyMatch(it -> it.minimums() > it.continuous() - Fit.usualBase(it));
  }

  @Test
  void metersAndProfilesDiffer() {
    assertThat(new TreeSet<>(SETTINGS.stream().map(Setting::meterPeriod).toList()))
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(new TreeSet<>(SETTINGS.stream().map(Setting::profileTtl).toList()))
        .containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(10));
    assertThat(SETTINGS)
        .allMatch(it -> it.site().control().staleAfter().equals(Duration.ofSeconds(5)));
  }

  @Test
  void everyEvseHangsOnTheLinesItIsSaidTo() {
    for (Site site : sites()) {
      for (Evse evse : site.evses()) {
        List<Phase> lines = evse.wiring().lines();
        assertThat(site.circuits())
            .anyMatch(it -> it.name().equals(evse.circuit()) && it.phases().containsAll(lines));
      }
    }
  }
}
