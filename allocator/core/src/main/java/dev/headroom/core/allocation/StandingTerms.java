package dev.headroom.core.allocation;

import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.core.share.Tenants;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Sharing;
import dev.headroom.core.site.Site;
import java.util.List;

/** What claims say of the site alone, by port: weights, accepted currents, tenants. */
record StandingTerms(int[] weight, List<PilotSteps> steps, Tenants tenants) {

  static StandingTerms of(Site site) {
    List<Evse> evses = site.evses();
    return new StandingTerms(
        evses.stream().mapToInt(Evse::weight).toArray(),
        evses.stream().map(evse -> evse.output().steps()).toList(),
        tenants(site.control().sharing(), evses));
  }

  private static Tenants tenants(Sharing sharing, List<Evse> evses) {
    List<String> names = sharing.tenantWeights().keySet().stream().sorted().toList();
    int[] of =
        evses.stream().mapToInt(evse -> evse.tenant().map(names::indexOf).orElse(-1)).toArray();
    int[] weights = names.stream().mapToInt(sharing.tenantWeights()::get).toArray();
    return new Tenants(of, weights);
  }
}
