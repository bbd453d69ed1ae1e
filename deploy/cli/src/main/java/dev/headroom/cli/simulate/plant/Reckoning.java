package dev.headroom.cli.simulate.plant;

import dev.headroom.actors.electrical.LineCurrents;
import dev.headroom.actors.electrical.Phasor;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Transformer;
import dev.headroom.core.network.Place;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.SiteTree;
import dev.headroom.core.site.Supplies;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What really flows where, in the simulator's own complex arithmetic and apart from the network
 * that limits are worked out on: so that one checks the other. Linear: each port's ampere has its
 * phasor in each place.
 */
public final class Reckoning {

  private static final int UNIT = 1_000_000;

  private final double[][] re;
  private final double[][] im;

  private Reckoning(double[][] re, double[][] im) {
    this.re = re;
    this.im = im;
  }

  /** Of the EVSEs of a site, in the order of its list, at these places. */
  public static Reckoning of(SiteTree tree, List<Place> places) {
    List<Evse> evses = tree.site().evses();
    double[][] re = new double[evses.size()][places.size()];
    double[][] im = new double[evses.size()][places.size()];
    for (int port = 0; port < evses.size(); port++) {
      Map<Place, Phasor> flows = flows(tree, evses.get(port));
      for (int place = 0; place < places.size(); place++) {
        Phasor flow = flows.getOrDefault(places.get(place), Phasor.ZERO);
        re[port][place] = flow.real() / UNIT;
        im[port][place] = flow.imaginary() / UNIT;
      }
    }
    return new Reckoning(re, im);
  }

  /** Everywhere this EVSE's current passes, when it is a million. */
  private static Map<Place, Phasor> flows(SiteTree tree, Evse evse) {
    Map<Place, Phasor> flows = new HashMap<>();
    Supply supply = tree.supplyOf(evse);
    int lines = evse.wiring().lines().size();
    LineCurrents currents = LineCurrents.behind(supply, evse.wiring(), lines, UNIT);
    for (Circuit circuit : tree.pathOf(evse)) {
      Phasor neutral = Phasor.ZERO;
      for (Phase line : circuit.phases()) {
        flows.put(Place.line(circuit.name(), line), currents.on(line));
        flows.put(Place.secondary(circuit.name(), line), currents.on(line));
        neutral = neutral.plus(currents.on(line));
      }
      flows.put(Place.neutral(circuit.name()), neutral);
      currents = throughTransformer(tree, circuit, currents, flows);
    }
    double watts = (double) evse.wiring().volts(supply) * UNIT;
    flows.put(Place.power(tree.root().name()), new Phasor(watts, 0));
    return flows;
  }

  private static LineCurrents throughTransformer(
      SiteTree tree, Circuit circuit, LineCurrents currents, Map<Place, Phasor> flows) {
    if (circuit.transformer().isEmpty()) {
      return currents;
    }
    Transformer transformer = circuit.transformer().get();
    Supply outer = Supplies.of(tree.site()).feeding(circuit.name());
    LineCurrents primary =
        Windings.of(transformer, outer, tree.supplyOf(circuit)).primary(currents);
    for (Phase line : transformer.primaryLines()) {
      flows.put(Place.primary(circuit.name(), line), primary.on(line));
    }
    return primary;
  }

  /**
   * What flows when the ports draw this.
   *
   * @param milliamps by port
   * @param carried by place: milliamperes, of power milliwatts; overwritten
   */
  public void carried(int[] milliamps, double[] carried) {
    for (int place = 0; place < carried.length; place++) {
      double sumRe = 0;
      double sumIm = 0;
      for (int port = 0; port < milliamps.length; port++) {
        sumRe += milliamps[port] * re[port][place];
        sumIm += milliamps[port] * im[port][place];
      }
      carried[place] = Math.sqrt(sumRe * sumRe + sumIm * sumIm);
    }
  }
}
