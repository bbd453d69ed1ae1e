package dev.headroom.core.share;

import dev.headroom.core.network.Network;

/**
 * Shares by events: while the level rises, whatever a bound carries is a line over it, from one
 * change of who rises to the next. Work grows with the loads of the network, and with the logarithm
 * of its ports.
 */
public final class WaterFilling implements Allocator {

  private final Wires wires;
  private final Limits floors;
  private final Limits limits;
  private final Flows flows;
  private final Course course;
  private final LettingIn lettingIn;
  private final Ranks ranks;
  private final Alone alone;
  private final Filling filling;
  private final Stepping stepping;
  private final Rounding rounding;

  public WaterFilling(Network network) {
    wires = new Wires(network);
    floors = new Limits(wires);
    limits = new Limits(wires);
    flows = new Flows(wires);
    course = new Course(wires.ports);
    lettingIn = new LettingIn(flows, course);
    ranks = new Ranks(wires.ports);
    alone = new Alone(wires, flows, course);
    filling = new Filling(wires, flows, course);
    stepping = new Stepping(wires, flows, course);
    rounding = new Rounding(wires, flows, course, ranks);
  }

  @Override
  public Shares share(Claims claims, Room room) {
    check(claims, room);
    wires.select(claims.sources());
    floors.set(room.floors(), room.taken());
    limits.set(room.filling(), room.taken());
    flows.reset(room.taken());
    lettingIn.letIn(claims, floors);
    course.start();
    fill(claims);
    return rounding.round(claims, room.taken(), limits);
  }

  private void fill(Claims claims) {
    ranks.sort(course.in, claims.rank());
    int[] ports = ranks.ports();
    int to;
    for (int from = 0; from < ranks.size(); from = to) {
      to = ranks.endOf(from);
      if (to == from + 1) {
        alone.fill(ports[from], claims, limits);
      } else if (anyTenant(ports, from, to, claims)) {
        stepping.fill(ports, from, to, claims, limits);
      } else {
        filling.fill(ports, from, to, claims, limits, to == ranks.size());
      }
    }
  }

  private static boolean anyTenant(int[] ports, int from, int to, Claims claims) {
    if (claims.tenants().weight().length == 0) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (claims.tenants().of()[ports[i]] != Tenants.NONE) {
        return true;
      }
    }
    return false;
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
