package dev.headroom.core.explanation;

import static dev.headroom.core.explanation.Figures.amps;

import dev.headroom.core.allocation.CircuitLoad;
import dev.headroom.core.allocation.CircuitLoad.Sharing;

/** Who has what of a line: base load, EVSEs that take no part, and those that share the rest. */
record Ledger(CircuitLoad line) {

  /**
   * Such as {@code 36.0 A of it is base load and 4 EVSEs share the rest}.
   *
   * @param whole what all of these are parts of
   */
  String of(String whole) {
    if (line.headroomMilliamps() < 0) {
      return "base load alone is %s, %s too much"
          .formatted(amps(line.baseMilliamps()), amps(-line.headroomMilliamps()));
    }
    String base = "%s of %s is base load".formatted(amps(line.baseMilliamps()), whole);
    return base + line.sharing().map(this::others).orElse("");
  }

  private String others(Sharing sharing) {
    int reserved = sharing.reservedMilliamps();
    if (reserved == 0) {
      return sharing.evses() == 0 ? "" : " and " + rest(sharing);
    }
    String kept = ", %s is kept for EVSEs that take no part".formatted(amps(reserved));
    return sharing.evses() == 0 ? kept : kept + ", and " + rest(sharing);
  }

  private String rest(Sharing sharing) {
    String who = sharing.evses() == 1 ? "one EVSE has" : sharing.evses() + " EVSEs share";
    boolean isThere = line.headroomMilliamps() > sharing.reservedMilliamps();
    return isThere ? who + " the rest" : "nothing is left to share";
  }
}
