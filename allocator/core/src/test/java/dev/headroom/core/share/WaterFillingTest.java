package dev.headroom.core.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.network.Network;
import org.junit.jupiter.api.Test;

class WaterFillingTest extends AllocatorSpec {

  @Override
  Allocator allocator(Network network) {
    return new WaterFilling(network);
  }

  @Test
  void sharesAsTheNaiveOne() {
    for (long seed = 0; seed < 2000; seed++) {
      RandomSharing it = RandomSharing.of(seed);
      Shares naive = new NaiveAllocator(it.network()).share(it.claims(), it.room());
      Shares fast = new WaterFilling(it.network()).share(it.claims(), it.room());
      assertThat(fast.milliamps()).as("seed %d", seed).isEqualTo(naive.milliamps());
      assertThat(fast.stoppedBy()).as("seed %d", seed).isEqualTo(naive.stoppedBy());
    }
  }
}
