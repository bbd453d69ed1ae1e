package dev.headroom.core.share;

/**
 * What every port gets; arrays by port.
 *
 * @param milliamps 0, its standing current, or a current it accepts from its least on
 * @param stoppedBy what keeps it from more: the place of a bound in the network that has no room
 *     for its next step (of several the one that stopped it while filling) or, if it was not let
 *     in, had none for its floor; {@link #NOTHING} if it has all it asked for, but for the rounding
 *     to a current it accepts
 */
public record Shares(int[] milliamps, int[] stoppedBy) {

  /** It has what it asked for. */
  public static final int NOTHING = -1;
}
