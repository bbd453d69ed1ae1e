package dev.headroom.core.share;

import dev.headroom.core.network.Network;

class NaiveAllocatorTest extends AllocatorSpec {

  @Override
  Allocator allocator(Network network) {
    return new NaiveAllocator(network);
  }
}
