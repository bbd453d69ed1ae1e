package dev.headroom.core.share;

/**
 * Shares the room of one network among its ports.
 *
 * <ol>
 *   <li><b>Letting in.</b> A port has its standing current. If it asks for more and stands below
 *       its floor (the smallest current it accepts from its least on), it is let in at its floor if
 *       that is not above what it asks for and all bounds that it loads then keep their room for
 *       floors, one port after the other in the claims' order. Whoever is not let in stays where it
 *       stands.
 *   <li><b>Filling.</b> Rank by rank, all that are let in (or asked for more and stood at their
 *       floor already) rise together from where they are, in proportion to their weights: who
 *       stands higher waits until the others have come up. A tenant's ports of that rank have
 *       together what is in proportion to the tenant's weight, those that have stopped included.
 *       Each rises until it has what it asks for or any more of it would overload a bound; one that
 *       is over-full from the start stops all ports that load it. The result is weighted max-min
 *       fair: nobody could have more without taking it from one who has no more for its weight.
 *       Exact to 1 mA.
 *   <li><b>Rounding.</b> Each is rounded down to a current it accepts, never below where it stood
 *       or was let in. What that frees is given on: again and again the port of the lowest rank,
 *       then of the lowest current for its weight, then first in order, goes up to the next current
 *       it accepts, if that fits and is not above what it asks for; a port that does not fit once
 *       is passed over.
 * </ol>
 *
 * <p>A bound keeps its room if it carries no more than a millionth of a milliampere or milliwatt
 * above it, which is what sums of doubles may miss: a step that would take more does not fit.
 *
 * <p>The result depends on nothing but the arguments. An allocator is made for one network and may
 * keep scratch memory: one thread at a time.
 */
public interface Allocator {

  /**
   * Shares.
   *
   * @throws IllegalArgumentException if claims or room are of another network
   */
  Shares share(Claims claims, Room room);
}
