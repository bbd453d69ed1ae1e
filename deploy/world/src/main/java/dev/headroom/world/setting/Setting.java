package dev.headroom.world.setting;

import dev.headroom.actors.load.SeededShape;
import dev.headroom.actors.site.BaseLoads;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Meter;
import dev.headroom.core.site.Site;
import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.world.chance.Chances;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run begins with.
 *
 * @param other another definition of the same physical site, for a while
 * @param meterPeriod how often meters speak
 * @param profileTtl of live profiles
 * @param versions what each station speaks, by its id
 */
public record Setting(
    long seed,
    Duration length,
    Site site,
    Site other,
    Duration meterPeriod,
    Duration profileTtl,
    Map<String, OcppVersion> versions) {

  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  public static Setting of(long seed, Duration length) {
    return Garage.setting(seed, length, new Chances(seed).of("setting"));
  }

  public Chances chances() {
    return new Chances(seed);
  }

  /**
   * A building load that wanders so that a declared step on top of it stays within the declared
   * worst case.
   */
  public BaseLoads loads() {
    return (circuit, worst) ->
        new SeededShape(seed * 31 + circuit.name().hashCode(), below(worst, circuit), START);
  }

  private static PerPhase below(PerPhase worst, Circuit circuit) {
    int step = circuit.parent().isEmpty() ? circuit.rises().largestStepMilliamps().orElse(0) : 0;
    Map<Phase, Integer> values = new EnumMap<>(Phase.class);
    worst.values().forEach((phase, most) -> values.put(phase, Math.max(0, most - step)));
    return new PerPhase(values);
  }

  public List<String> meters() {
    return site.circuits().stream()
        .map(Circuit::meter)
        .flatMap(Optional::stream)
        .map(Meter::name)
        .toList();
  }

  public List<String> stations() {
    return site.evses().stream().map(evse -> evse.address().stationId()).distinct().toList();
  }
}
