package dev.headroom.core.share;

import dev.headroom.core.network.Network;
import java.util.function.Function;

/** Everybody who says that it is an {@link Allocator}. */
enum Implementation {
  NAIVE(NaiveAllocator::new),
  WATER_FILLING(WaterFilling::new);

  private final Function<Network, Allocator> make;

  Implementation(Function<Network, Allocator> make) {
    this.make = make;
  }

  /** One for this network. */
  Allocator on(Network network) {
    return make.apply(network);
  }

  /** What it shares, made for this one situation. */
  Shares share(Situation situation) {
    return on(situation.network()).share(situation.claims(), situation.room());
  }
}
