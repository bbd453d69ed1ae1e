package dev.headroom.core.allocation;

import dev.headroom.core.ceiling.Ceilings;
import dev.headroom.core.memory.SiteMemory;
import dev.headroom.core.reading.MeterHistory;
import dev.headroom.core.site.SiteTree;
import dev.headroom.core.strategy.Precedence;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Parts of a look at a site. */
final class Looks {

  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private Looks() {}

  /** The base load in every bound, without a word of any meter or EVSE. */
  static List<BaseLoad> bases(SiteTree tree, Grid grid) {
    List<EvseBook> books = tree.site().evses().stream().map(evse -> new EvseBook(evse, 1)).toList();
    return bases(tree, grid, books, Map.of());
  }

  /** The base load in every bound at {@link #NOW} while no EVSE may draw anything. */
  static List<BaseLoad> bases(
      SiteTree tree, Grid grid, List<EvseBook> books, Map<String, MeterHistory> meters) {
    int[] none = new int[books.size()];
    Precedence alike = new Precedence(none, none, Map.of());
    Recall recall = Recall.of(tree.site(), SiteMemory.NONE, books, alike, NOW);
    Known known =
        new Known(grid, meters, CtTrust.FULL, Swings.NONE, books, new Ceilings(), recall, NOW);
    return BaseLoads.everywhere(known, grid.sources().flows(none));
  }
}
