package dev.headroom.core.share;

import dev.headroom.core.electrical.PilotSteps;
import java.util.List;

/**
 * What every port of a network asks for; arrays by port, currents in milliamperes. The arrays are
 * the caller's: an allocator reads them and keeps none.
 *
 * @param standing what it has already and keeps, whatever the bounds say: 0 for most; a floor that
 *     may not be paused; what is reserved for an EVSE that takes no part
 * @param least the least it may be given above its standing current: less than this is 0 (S6)
 * @param most the most it can use; at or below its standing current it asks for nothing
 * @param weight its share against the others', 1 and up
 * @param rank who is served first: those of one rank share, a higher one gets what lower ones
 *     leave; from 0
 * @param order every port once: who is let in first where not all can have their least
 * @param sources which of its sources a port's vehicle may load, as a bit mask; {@link
 *     #ALL_SOURCES} unless more is known
 * @param steps which currents it accepts
 * @param tenants which ports share as one before they share with others
 */
public record Claims(
    int[] standing,
    int[] least,
    int[] most,
    int[] weight,
    int[] rank,
    int[] order,
    int[] sources,
    List<PilotSteps> steps,
    Tenants tenants) {

  /** A vehicle may load each source of its EVSE. */
  public static final int ALL_SOURCES = -1;

  public Claims {
    steps = List.copyOf(steps);
    int ports = standing.length;
    if (least.length != ports
        || most.length != ports
        || weight.length != ports
        || rank.length != ports
        || order.length != ports
        || sources.length != ports
        || steps.size() != ports
        || tenants.of().length != ports) {
      throw new IllegalArgumentException("claims speak of unlike numbers of ports");
    }
  }

  public int ports() {
    return standing.length;
  }

  /** The smallest current it may be given above its standing one; NONE if it accepts none. */
  int floor(int port) {
    return steps.get(port).atLeast(Math.max(1, least[port]));
  }
}
