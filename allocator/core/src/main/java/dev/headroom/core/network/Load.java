package dev.headroom.core.network;

/**
 * How an EVSE loads a {@link Bound}: its current on one of its sources times {@code factor} adds to
 * the bound's sum in one direction.
 *
 * @param port the EVSE's place in the site's list
 * @param source which of the EVSE's independent currents, from 0: a three-phase one has three, line
 *     to line or to neutral has one; what a vehicle is known not to use does not count
 * @param direction the place in {@link Bound#directions()}
 * @param factor above 0; amperes here for each ampere there, or volts
 */
public record Load(int port, int source, int direction, double factor) {

  public Load {
    if (!(factor > 0)) {
      throw new IllegalArgumentException("a load's factor lies above 0, not at " + factor);
    }
  }
}
