package dev.headroom.simulator.run;

import dev.headroom.actors.load.LoadTrace;
import java.util.OptionalInt;

/**
 * A recorded load to play.
 *
 * @param speed trace seconds per second; nothing but the trace runs faster
 * @param scalePermille thousandths of the recorded current; empty fits each circuit's worst case
 */
public record Replay(LoadTrace trace, double speed, OptionalInt scalePermille) {}
