package dev.headroom.core.memory;

import dev.headroom.core.demand.OpenWindow;
import dev.headroom.core.electrical.Phase;
import java.util.List;
import java.util.Optional;

/**
 * What control of a site has found out by watching, and what its next owner could only find out by
 * watching as long again. Readings are not in it: they are current or worthless. A value: it need
 * be stored only when it changed.
 *
 * @param doubts of CTs, in the site's order
 * @param metered what the service entrance took in the window that is not over; empty where no
 *     windows are kept
 */
public record ControlState(SiteMemory memory, List<Doubt> doubts, Optional<OpenWindow> metered) {

  /** A controller that has just started. */
  public static final ControlState NONE =
      new ControlState(SiteMemory.NONE, List.of(), Optional.empty());

  /**
   * A CT that did not follow what our own EVSEs did.
   *
   * @param missed how many steps in a row; from 1
   */
  public record Doubt(String circuit, Phase phase, int missed) {

    public Doubt {
      if (missed < 1) {
        throw new IllegalArgumentException("a CT that followed is not doubted");
      }
    }
  }

  public ControlState {
    doubts = List.copyOf(doubts);
  }

  /** What of it still holds for another definition of the site. */
  public ControlState redefined() {
    return new ControlState(memory.unlearned(), List.of(), metered);
  }

  /** With what its entrance took. */
  public ControlState with(Optional<OpenWindow> next) {
    return new ControlState(memory, doubts, next);
  }
}
