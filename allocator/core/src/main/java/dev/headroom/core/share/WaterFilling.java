package dev.headroom.core.share;

import dev.headroom.core.network.Network;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Shares by events: the level rises from one change of who rises to the next. */
public final class WaterFilling implements Allocator {

  private final Wires wires;
  private final Flows flows;
  private final LettingIn lettingIn;
  private final Rounding rounding;

  public WaterFilling(Network network) {
    wires = new Wires(network);
    flows = new Flows(wires);
    lettingIn = new LettingIn(wires.ports, flows);
    rounding = new Rounding(wires.ports, flows);
  }

  @Override
  public Shares share(Claims claims, Room room) {
    check(claims, room);
    wires.select(claims.sources());
    flows.reset(room);
    lettingIn.letIn(claims, room);
    double[] current = Arrays.stream(lettingIn.start).asDoubleStream().toArray();
    int[] stoppedBy = lettingIn.stoppedBy.clone();
    for (int rank : Arrays.stream(claims.rank()).sorted().distinct().toArray()) {
      int[] sharing =
          IntStream.range(0, wires.ports)
              .filter(port -> lettingIn.in[port] && claims.rank()[port] == rank)
              .toArray();
      new Stepping(wires, flows, current, stoppedBy).fill(sharing, claims, room.filling());
    }
    int[] rounded = rounding.round(current, lettingIn, claims, room, stoppedBy);
    return new Shares(rounded, stoppedBy);
  }

  private void check(Claims claims, Room room) {
    int bounds = wires.network().bounds().size();
    boolean alike =
        claims.ports() == wires.ports
            && room.filling().length == bounds
            && room.floors().length == bounds
            && room.taken().length == bounds;
    for (int b = 0; alike && b < bounds; b++) {
      alike = room.taken()[b].length == wires.network().bounds().get(b).directions().size();
    }
    if (!alike) {
      throw new IllegalArgumentException("claims or room are of another network");
    }
  }
}
