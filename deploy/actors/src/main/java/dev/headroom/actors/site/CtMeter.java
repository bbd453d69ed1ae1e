package dev.headroom.actors.site;

import dev.headroom.actors.electrical.LineCurrents;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Meter;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;

/** Clamps around the lines of one circuit, with a constant error within the class for each. */
public final class CtMeter {

  private final PhysicalSite site;
  private final Circuit circuit;
  private final Map<Phase, Integer> gainPermille = new EnumMap<>(Phase.class);
  private long sequence;

  public CtMeter(PhysicalSite site, Circuit circuit, Meter meter, long seed) {
    this.site = site;
    this.circuit = circuit;
    SplittableRandom random = new SplittableRandom(seed);
    int error = meter.accuracyPermille();
    circuit
        .phases()
        .forEach(phase -> gainPermille.put(phase, 1000 + random.nextInt(-error, error + 1)));
  }

  /** Reads the site as it is now; each call counts on. */
  public MeterSample sample() {
    LineCurrents truth = site.currentsOf(circuit.name());
    Supply supply = site.supplyOf(circuit);
    sequence++;
    return new MeterSample(
        perPhase(phase -> withError(truth.magnitudeMilliamps(phase), phase)),
        perPhase(phase -> supply.volts(phase) * 1000),
        perPhase(phase -> withError(truth.watts(supply, phase), phase)),
        sequence);
  }

  private int withError(int value, Phase phase) {
    return (int) ((long) value * gainPermille.getOrDefault(phase, 1000) / 1000);
  }

  private PerPhase perPhase(ToIntFunction<Phase> value) {
    Map<Phase, Integer> values = new EnumMap<>(Phase.class);
    circuit.phases().forEach(phase -> values.put(phase, value.applyAsInt(phase)));
    return new PerPhase(values);
  }
}
