package dev.headroom.simulator.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.contract.site.SiteFile;
import dev.headroom.contract.site.SiteYaml;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Site;
import java.util.function.ToIntFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SeededSitesTest {

  @Property(tries = 200)
  void fallbacksFitBesideTheWorstBaseWhileMaximaDoNot(@ForAll long seed) {
    for (Site site : SeededSites.generate(6, seed)) {
      assertThat(site.evses()).hasSizeBetween(4, 8);
      int overloaded = 0;
      for (Circuit circuit : site.circuits()) {
        for (Phase phase : circuit.phases()) {
          int base = circuit.worstCaseBaseMilliamps().orElseThrow().on(phase);
          assertThat(base + sum(site, circuit, phase, Evse::fallbackMilliamps))
              .isLessThanOrEqualTo(circuit.continuousMilliamps());
          if (sum(site, circuit, phase, Evse::maximumMilliamps) > circuit.breakerMilliamps()) {
            overloaded++;
          }
        }
      }
      assertThat(overloaded).isGreaterThanOrEqualTo(2);
    }
  }

  private static int sum(Site site, Circuit circuit, Phase phase, ToIntFunction<Evse> value) {
    return site.evses().stream()
        .filter(evse -> circuit.parent().isEmpty() || evse.circuit().equals(circuit.name()))
        .filter(evse -> evse.wiring().lines().contains(phase))
        .mapToInt(value)
        .sum();
  }

  @Property(tries = 100)
  void theFilesAreReadBackAsTheSitesTheyDescribe(@ForAll long seed) {
    for (Site site : SeededSites.generate(3, seed)) {
      SiteFile file = SiteYaml.read(site.name(), SiteText.of(site));

      assertThat(file)
          .isInstanceOfSatisfying(
              SiteFile.Read.class,
              read -> {
                assertThat(read.document().site()).isEqualTo(site);
                assertThat(read.warnings())
                    .as("a base load may come back before chargers fall back; nothing else")
                    .allMatch(warning -> warning.message().contains("blind time (S9)"));
              });
    }
  }

  @Test
  void theSameSeedGivesTheSameSitesOfAllSupplies() {
    assertThat(SeededSites.generate(3, 7)).isEqualTo(SeededSites.generate(5, 7).subList(0, 3));
    assertThat(SeededSites.generate(3, 7)).isNotEqualTo(SeededSites.generate(3, 8));
    assertThat(SeededSites.generate(3, 7)).extracting(Site::supply).doesNotHaveDuplicates();
  }

  @Test
  void makesAtLeastOne() {
    assertThatThrownBy(() -> SeededSites.generate(0, 1)).hasMessageContaining("not 0");
  }
}
