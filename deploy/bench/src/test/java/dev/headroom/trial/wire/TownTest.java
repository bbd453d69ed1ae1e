package dev.headroom.trial.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.site.Site;
import org.junit.jupiter.api.Test;

class TownTest {

  @Test
  void itsSitesAreSoundAndTooSmallForAllVehiclesAtOnce() {
    Town town = new Town(3, 20, 8);
    assertThat(town.names()).containsExactly("site-00000", "site-00001", "site-00002");
    Site site = town.document("site-00001").site();
    assertThat(site.evses()).hasSize(20);
    assertThat(town.breakerAmps() * 1000L).isLessThan(20L * Town.MAXIMUM_MILLIAMPS);
  }
}
