package dev.headroom.core.learn;

import java.time.Instant;
import java.util.List;

/**
 * What a charger says of each of its lines.
 *
 * @param session of the vehicle
 * @param connection of the charger; another after a reconnect or a boot
 * @param limit that it follows, in milliamperes
 * @param milliamps drawn, in the order of the wiring's lines, which is that of its sources
 * @param at when the sample came
 */
public record LineDraws(
    String session, long connection, int limit, List<Integer> milliamps, Instant at) {

  public LineDraws {
    milliamps = List.copyOf(milliamps);
  }
}
