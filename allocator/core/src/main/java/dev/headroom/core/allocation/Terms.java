package dev.headroom.core.allocation;

import dev.headroom.core.evse.ChargingSession;
import dev.headroom.core.share.Claims;
import dev.headroom.core.site.SiteTree;
import dev.headroom.core.strategy.Claimant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who is served before whom, and by which weight: what all claims of one look have in common. */
record Terms(StandingTerms standing, int[] rank, int[] order, int[] sources) {

  static Terms of(Known known) {
    Recall recall = known.recall();
    return new Terms(
        known.grid().terms(),
        recall.precedence().rank(),
        recall.order(known.books()),
        recall.sources());
  }

  Claims claims(int[] has, int[] least, int[] most) {
    return new Claims(
        has,
        least,
        most,
        standing.weight(),
        rank,
        order,
        sources,
        standing.steps(),
        standing.tenants());
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
}
