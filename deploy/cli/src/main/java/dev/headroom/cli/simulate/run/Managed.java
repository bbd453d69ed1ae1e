package dev.headroom.cli.simulate.run;

import dev.headroom.cli.simulate.plant.Plant;
import dev.headroom.cli.simulate.plant.Port;
import dev.headroom.cli.simulate.stays.Stay;
import dev.headroom.core.share.Allocator;
import dev.headroom.core.share.Claims;
import dev.headroom.core.share.Room;
import dev.headroom.core.share.Tenants;
import dev.headroom.core.site.Site;
import dev.headroom.core.strategy.Claimant;
import dev.headroom.core.strategy.Precedence;
import dev.headroom.core.strategy.Strategy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The allocation of a live site decides, at every look anew. */
final class Managed implements Deal {

  private final Plant plant;
  private final Allocator allocator;
  private final Strategy strategy;
  private final Claims claims;
  private final Room room;
  private final int[] dealt;
  private final Turns turns;
  private Precedence precedence = Precedence.NONE;

  Managed(Plant plant, Allocator allocator, Strategy strategy) {
    this.plant = plant;
    this.allocator = allocator;
    this.strategy = strategy;
    this.claims = nobody(plant);
    this.room = Room.of(plant.network(), plant.limits().clone());
    this.dealt = new int[claims.ports()];
    this.turns = new Turns(plant.site().control().pace().dwell());
  }

  private static Claims nobody(Plant plant) {
    int ports = plant.ports().size();
    int[] weights = plant.site().evses().stream().mapToInt(evse -> evse.weight()).toArray();
    int[] sources = new int[ports];
    Arrays.fill(sources, Claims.ALL_SOURCES);
    return new Claims(
        new int[ports],
        plant.ports().stream().mapToInt(Port::least).toArray(),
        new int[ports],
        weights,
        new int[ports],
        new int[ports],
        sources,
        plant.ports().stream().map(Port::steps).toList(),
        tenants(plant.site()));
  }

  private static Tenants tenants(Site site) {
    Map<String, Integer> weights = site.control().sharing().tenantWeights();
    int ports = site.evses().size();
    if (weights.isEmpty()) {
      return Tenants.none(ports);
    }
    List<String> names =
        site.evses().stream().flatMap(evse -> evse.tenant().stream()).distinct().toList();
    return new Tenants(
        site.evses().stream()
            .mapToInt(evse -> evse.tenant().map(names::indexOf).orElse(Tenants.NONE))
            .toArray(),
        names.stream().mapToInt(name -> weights.getOrDefault(name, 1)).toArray());
  }

  @Override
  public int[] between(long nowMillis, long untilMillis, Bays bays, double[] base) {
    long length = untilMillis - nowMillis;
    List<Claimant> claimants = new ArrayList<>();
    for (int port = 0; port < bays.ports(); port++) {
      boolean wants = bays.wants(port);
      claims.most()[port] =
          wants ? plant.ports().get(port).wish(Math.ceilDiv(bays.left(port), length)) : 0;
      claims.standing()[port] = wants && !pausable(port) ? claims.least()[port] : 0;
      if (wants) {
        claimants.add(claimant(port, bays));
      }
    }
    Instant now = Instant.ofEpochMilli(nowMillis);
    precedence = precedence.next(strategy, bays.ports(), claimants, now);
    System.arraycopy(precedence.rank(), 0, claims.rank(), 0, bays.ports());
    System.arraycopy(turns.order(precedence, claimants, now), 0, claims.order(), 0, bays.ports());
    for (int bound = 0; bound < base.length; bound++) {
      room.filling()[bound] = plant.limits()[bound] - base[bound];
      room.floors()[bound] = room.filling()[bound];
    }
    System.arraycopy(allocator.share(claims, room).milliamps(), 0, dealt, 0, dealt.length);
    return dealt;
  }

  private boolean pausable(int port) {
    return plant.ports().get(port).evse().pausable();
  }

  private Claimant claimant(int port, Bays bays) {
    Stay stay = bays.at(port);
    Port at = plant.ports().get(port);
    return new Claimant(
        port,
        at.evse().priority(),
        stay.arrival(),
        dealt[port] > 0 && bays.delivered(port) > 0,
        stay.needsAfter(bays.delivered(port)),
        Math.max(1, at.milliwatts(at.most()) / 1000));
  }
}
