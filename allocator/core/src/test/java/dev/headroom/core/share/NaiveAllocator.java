package dev.headroom.core.share;

import dev.headroom.core.network.Network;

/** What an {@link Allocator} has to do, in the plainest words: by trying. Slow. */
public final class NaiveAllocator implements Allocator {

  private final Network network;

  public NaiveAllocator(Network network) {
    this.network = network;
  }

  @Override
  public Shares share(Claims claims, Room room) {
    check(claims, room);
    return new NaiveSharing(network, claims, room).shares();
  }

  private void check(Claims claims, Room room) {
    int bounds = network.bounds().size();
    boolean alike =
        claims.ports() == network.ports()
            && room.filling().length == bounds
            && room.floors().length == bounds
            && room.taken().length == bounds;
    for (int b = 0; alike && b < bounds; b++) {
      alike = room.taken()[b].length == network.bounds().get(b).directions().size();
    }
    if (!alike) {
      throw new IllegalArgumentException("claims or room are of another network");
    }
  }
}
