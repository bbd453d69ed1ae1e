package dev.headroom.core.allocation;

import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.core.evse.ChargingSession;
import dev.headroom.core.share.Claims;
import dev.headroom.core.share.Tenants;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Sharing;
import dev.headroom.core.site.Site;
import dev.headroom.core.site.SiteTree;
import dev.headroom.core.strategy.Claimant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who is served before whom, and by which weight: what all claims of one look have in common. */
record Terms(
    int[] weight, int[] rank, int[] order, int[] sources, List<PilotSteps> steps, Tenants tenants) {

  static Terms of(Recall recall, List<EvseBook> books) {
    Site site = recall.site();
    List<Evse> evses = site.evses();
    return new Terms(
        evses.stream().mapToInt(Evse::weight).toArray(),
        recall.precedence().rank(),
        recall.order(books),
        recall.sources(),
        evses.stream().map(evse -> evse.output().steps()).toList(),
        tenants(site.control().sharing(), evses));
  }

  Claims claims(int[] standing, int[] least, int[] most) {
    return new Claims(standing, least, most, weight, rank, order, sources, steps, tenants);
  }

  /** Those that take part, as a strategy looks at them. */
  static List<Claimant> claimants(SiteTree tree, List<EvseBook> books) {
    List<Claimant> claimants = new ArrayList<>();
    for (int port = 0; port < books.size(); port++) {
      EvseBook book = books.get(port);
      Optional<ChargingSession> session = book.takesPart() ? book.session() : Optional.empty();
      if (session.isPresent()) {
        boolean charges = book.lastIssued().orElse(0) >= book.minimum();
        claimants.add(
            Claimant.of(port, book.evse(), tree.supplyOf(book.evse()), session.get(), charges));
      }
    }
    return claimants;
  }

  private static Tenants tenants(Sharing sharing, List<Evse> evses) {
    List<String> names = sharing.tenantWeights().keySet().stream().sorted().toList();
    int[] of =
        evses.stream().mapToInt(evse -> evse.tenant().map(names::indexOf).orElse(-1)).toArray();
    int[] weights = names.stream().mapToInt(sharing.tenantWeights()::get).toArray();
    return new Tenants(of, weights);
  }
}
