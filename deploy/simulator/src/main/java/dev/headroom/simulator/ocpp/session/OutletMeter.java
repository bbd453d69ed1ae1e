package dev.headroom.simulator.ocpp.session;

import dev.headroom.actors.charger.Connector;
import dev.headroom.actors.charger.Telling;
import dev.headroom.core.electrical.Wiring;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an EVSE's own meter shows. */
public final class OutletMeter {

  private OutletMeter() {}

  /** The values of these measurands; what the station does not know or tell is left out. */
  public static List<Sample> read(Connector connector, Telling telling, Set<String> asked) {
    Set<String> measurands =
        asked.stream().filter(telling::tells).collect(Collectors.toUnmodifiableSet());
    List<Sample> samples = new ArrayList<>();
    if (!connector.isDc()) {
      alternating(samples, connector, measurands);
    }
    if (measurands.contains("Power.Active.Import")) {
      samples.add(overall("Power.Active.Import", BigDecimal.valueOf(connector.watts()), "W"));
    }
    if (measurands.contains("Energy.Active.Import.Register")) {
      BigDecimal register = BigDecimal.valueOf(connector.energyWattHours());
      samples.add(overall("Energy.Active.Import.Register", register, "Wh"));
    }
    if (measurands.contains("Power.Offered")) {
      samples.add(overall("Power.Offered", BigDecimal.valueOf(connector.offeredWatts()), "W"));
    }
    return samples;
  }

  /** A DC outlet's volts and amperes are not those of the lines, so it tells of watts alone. */
  private static void alternating(
      List<Sample> samples, Connector connector, Set<String> measurands) {
    if (measurands.contains("Current.Import")) {
      currents(samples, connector);
    }
    if (measurands.contains("Voltage")) {
      BigDecimal volts = BigDecimal.valueOf(volts(connector));
      for (String across : across(connector.evse().wiring())) {
        samples.add(new Sample("Voltage", Optional.of(across), volts, "V"));
      }
    }
    if (measurands.contains("Current.Offered")) {
      samples.add(overall("Current.Offered", amperes(connector.offeredMilliamps()), "A"));
    }
  }

  private static Sample overall(String measurand, BigDecimal value, String unit) {
    return new Sample(measurand, Optional.empty(), value, unit);
  }

  /** On each of the charger's own terminals; one that the vehicle leaves alone carries nothing. */
  private static void currents(List<Sample> samples, Connector connector) {
    int terminals = connector.evse().wiring().lines().size();
    boolean pair = connector.evse().wiring() instanceof Wiring.LineToLine;
    int loaded = pair ? 2 : connector.conductorsInUse();
    for (int terminal = 1; terminal <= terminals; terminal++) {
      BigDecimal value = amperes(terminal <= loaded ? connector.drawMilliamps() : 0);
      samples.add(new Sample("Current.Import", Optional.of("L" + terminal), value, "A"));
    }
  }

  private static List<String> across(Wiring wiring) {
    return switch (wiring) {
      case Wiring.LineToNeutral single -> List.of("L1-N");
      case Wiring.LineToLine pair -> List.of("L1-L2");
      case Wiring.ThreePhase all -> List.of("L1-N", "L2-N", "L3-N");
    };
  }

  private static int volts(Connector connector) {
    return switch (connector.evse().wiring()) {
      case Wiring.LineToNeutral single -> single.volts(connector.supply());
      case Wiring.LineToLine pair -> pair.volts(connector.supply());
      case Wiring.ThreePhase all -> connector.supply().volts(all.first());
    };
  }

  private static BigDecimal amperes(int milliamps) {
    return BigDecimal.valueOf(milliamps, 3).setScale(2, RoundingMode.HALF_UP);
  }
}
