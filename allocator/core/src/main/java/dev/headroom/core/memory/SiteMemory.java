package dev.headroom.core.memory;

import dev.headroom.core.demand.Demand;
import dev.headroom.core.stagger.Stagger;
import java.util.HashMap;
import java.util.Map;

/**
 * All that control over time remembers of a site. A value: two are equal if and only if the same
 * follows from them, so it need be stored only when it changed. At a steady site it does not
 * change, but for the energy of a demand window.
 *
 * @param evses by name; one that was never looked at is not there
 */
public record SiteMemory(Map<String, EvseMemory> evses, Demand demand, Stagger stagger) {

  /** A controller that has just started. */
  public static final SiteMemory NONE = new SiteMemory(Map.of(), Demand.NONE, Stagger.NONE);

  public SiteMemory {
    evses = Map.copyOf(evses);
  }

  /** The same but for this. */
  public SiteMemory with(Demand next) {
    return new SiteMemory(evses, next, stagger);
  }

  /** Without what was learned of lines, since EVSEs may hang on others now. */
  public SiteMemory unlearned() {
    Map<String, EvseMemory> next = new HashMap<>();
    evses.forEach((evse, its) -> next.put(evse, its.unlearned()));
    return new SiteMemory(next, demand, stagger);
  }
}
