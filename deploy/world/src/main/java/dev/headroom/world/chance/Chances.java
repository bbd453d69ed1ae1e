package dev.headroom.world.chance;

import java.util.SplittableRandom;

/**
 * Streams of chance by name: what one part draws does not move what another draws, so that a run
 * with fewer faults is the same run otherwise.
 */
public record Chances(long seed) {

  private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;
  private static final long FIRST = 0xFF51_AFD7_ED55_8CCDL;
  private static final long SECOND = 0xC4CE_B9FE_1A85_EC53L;

  public SplittableRandom of(String part) {
    return new SplittableRandom(mixed(seed * SPREAD + part.hashCode()));
  }

  /**
   * The stream itself steps by SPREAD: unmixed, each seed would draw what the one before it draws,
   * one step later. MurmurHash3's finaliser leaves nothing of that.
   */
  private static long mixed(long bits) {
    long once = (bits ^ bits >>> 33) * FIRST;
    long twice = (once ^ once >>> 33) * SECOND;
    return twice ^ twice >>> 33;
  }
}
