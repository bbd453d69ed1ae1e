package dev.headroom.world.run;

import dev.headroom.actors.breaker.BreakerHeat;
import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.charger.Connector;
import dev.headroom.actors.site.PhysicalSite;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.site.Circuit;
import dev.headroom.world.chronicle.Happening;
import dev.headroom.world.chronicle.Listener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sees at each look what is new at the physical site, for whoever listens. */
final class Onlooker {

  private static final class Pole {
    final Circuit circuit;
    final Phase phase;
    BreakerHeat last = BreakerHeat.COLD;
    int toldTenths;

    Pole(Circuit circuit, Phase phase) {
      this.circuit = circuit;
      this.phase = phase;
    }
  }

  private final PhysicalSite physical;
  private final Listener listener;
  private final Set<String> taken = new HashSet<>();
  private final List<Pole> poles = new ArrayList<>();

  Onlooker(PhysicalSite physical, Listener listener) {
    this.physical = physical;
    this.listener = listener;
    for (Circuit circuit : physical.site().circuits()) {
      circuit.phases().forEach(phase -> poles.add(new Pole(circuit, phase)));
    }
  }

  void look(Instant now) {
    for (ChargingStation station : physical.stations()) {
      for (Connector connector : station.connectors()) {
        String evse = connector.evse().name();
        if (connector.vehicle().isPresent() && taken.add(evse)) {
          listener.happened(now, new Happening.VehicleCame(evse));
        } else if (connector.vehicle().isEmpty() && taken.remove(evse)) {
          listener.happened(now, new Happening.VehicleLeft(evse));
        }
      }
    }
    poles.forEach(pole -> look(pole, now));
  }

  private void look(Pole pole, Instant now) {
    String circuit = pole.circuit.name();
    BreakerHeat heat = physical.heat(circuit, pole.phase);
    if (pole.last.above().isZero() && !heat.above().isZero()) {
      int milliamps = physical.currentsOf(circuit).magnitudeMilliamps(pole.phase);
      int rating = pole.circuit.breakerMilliamps();
      listener.happened(now, new Happening.AboveRating(circuit, pole.phase, milliamps, rating));
    }
    if (!pole.last.above().isZero() && heat.above().isZero()) {
      listener.happened(
          now, new Happening.BelowRating(circuit, pole.phase, pole.last.above(), heat.d()));
    }
    int tenths = (int) (heat.d() * 10);
    if (tenths > pole.toldTenths) {
      listener.happened(now, new Happening.Hotter(circuit, pole.phase, heat.d()));
    }
    pole.toldTenths = tenths;
    pole.last = heat;
  }
}
