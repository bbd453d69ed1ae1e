package dev.headroom.world.chance;

import java.util.SplittableRandom;

/**
 * Streams of chance by name: what one part draws does not move what another draws, so that a run
 * with fewer faults is the same run otherwise.
 */
public record Chances(long seed) {

  private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

  public SplittableRandom of(String part) {
    return new SplittableRandom(seed * SPREAD + part.hashCode());
  }
}
