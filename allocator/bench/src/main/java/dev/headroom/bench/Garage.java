package dev.headroom.bench;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.network.Network;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Site;
import dev.headroom.core.site.SiteTree;
import dev.headroom.core.site.StationAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** A garage: a service entrance, panels of up to sixteen ports below it, 32 A each. */
public enum Garage {
  /** 400 V between lines; each port loads all three. */
  THREE_PHASE("three-phase", Supply.WYE_400Y_230) {
    @Override
    Wiring wiring(int port) {
      return new Wiring.ThreePhase(Phase.L1);
    }
  },
  /** 208 V between lines; each port loads two of them, and each pair in turn. */
  LINE_TO_LINE("line to line", Supply.WYE_208Y_120) {
    @Override
    Wiring wiring(int port) {
      Phase from = Phase.values()[port % 3];
      return new Wiring.LineToLine(from, Phase.values()[(port + 1) % 3]);
    }
  };

  static final int MAXIMUM_MILLIAMPS = 32_000;

  private static final int PANEL = 16;

  private final String label;
  private final Supply supply;

  Garage(String label, Supply supply) {
    this.label = label;
    this.supply = supply;
  }

  abstract Wiring wiring(int port);

  String label() {
    return label;
  }

  Network network(int ports) {
    int panels = Math.ceilDiv(ports, PANEL);
    List<Circuit> circuits = new ArrayList<>(List.of(circuit("service", Optional.empty())));
    for (int panel = 0; panel < panels; panel++) {
      circuits.add(circuit("panel-" + panel, Optional.of("service")));
    }
    List<Evse> evses = new ArrayList<>();
    for (int port = 0; port < ports; port++) {
      evses.add(evse(port, "panel-" + port * panels / ports));
    }
    Control control = new Control(Control.Fallback.PAUSE, Control.STALE_AFTER, Control.RAISE_DELAY);
    return Network.of(new SiteTree(new Site("garage", supply, control, circuits, evses)));
  }

  /** Its rating counts nowhere here: the room of a bound comes with every look. */
  private static Circuit circuit(String name, Optional<String> parent) {
    return new Circuit(
        name,
        parent,
        1_000_000,
        1000,
        EnumSet.allOf(Phase.class),
        Optional.empty(),
        Optional.empty());
  }

  private Evse evse(int port, String panel) {
    return new Evse(
        "bay-" + port,
        panel,
        MAXIMUM_MILLIAMPS * 5 / 4,
        new StationAddress("station-" + port, 1),
        wiring(port),
        MAXIMUM_MILLIAMPS,
        Evse.PILOT_FLOOR_MILLIAMPS,
        0,
        true,
        0,
        1,
        Optional.empty(),
        false);
  }
}
