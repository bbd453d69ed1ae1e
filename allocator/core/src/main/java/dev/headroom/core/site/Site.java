package dev.headroom.core.site;

import dev.headroom.core.electrical.Supply;
import java.util.List;

/**
 * A site as its owner describes it. Each part is legal by itself; whether the whole is, says {@link
 * SiteRules}.
 */
public record Site(
    String name, Supply supply, Control control, List<Circuit> circuits, List<Evse> evses) {

  public Site {
    Names.check("site", name);
    circuits = List.copyOf(circuits);
    evses = List.copyOf(evses);
  }
}
