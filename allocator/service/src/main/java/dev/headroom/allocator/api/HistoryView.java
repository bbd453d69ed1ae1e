package dev.headroom.allocator.api;

import dev.headroom.allocator.history.Samples;
import dev.headroom.allocator.history.Series;
import dev.headroom.allocator.history.Series.Kind;
import dev.headroom.core.electrical.Phase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "History",
    description =
        "A site's last minutes, in amperes: each list has an entry for each of `times`, null where"
            + " nothing is known.")
record HistoryView(
    String site,
    @Schema(
            description =
                "From when on this instance knows: at most 15 minutes, less after its start.")
        Instant since,
    @Schema(description = "Between two entries.") int stepSeconds,
    @Schema(description = "Changes closer together than this are one.") long finenessSeconds,
    List<Instant> times,
    List<CircuitHistory> circuits,
    List<EvseHistory> evses) {

  @Schema(name = "CircuitHistory")
  record CircuitHistory(String circuit, List<PhaseHistory> phases) {}

  @Schema(name = "PhaseHistory")
  record PhaseHistory(
      Phase phase,
      @Schema(description = "The meter's reading; null while there is none or it is stale.")
          List<@Nullable BigDecimal> measuredAmps,
      @Schema(description = "The base load counted: measured minus managed, or the worst case.")
          List<@Nullable BigDecimal> baseAmps,
      @Schema(description = "Rating × factor, or the ceiling where that is lower.")
          List<@Nullable BigDecimal> effectiveLimitAmps) {}

  @Schema(name = "EvseHistory")
  record EvseHistory(
      String evse,
      @Schema(description = "Its limit, per line.") List<@Nullable BigDecimal> limitAmps,
      @Schema(
              description =
                  "What its charger measures on the line that carries most; null while unknown.")
          List<@Nullable BigDecimal> measuredAmps) {}

  static HistoryView of(String site, Instant[] times, int stepSeconds, Samples samples) {
    Map<String, TreeSet<Phase>> circuits = new TreeMap<>();
    TreeSet<String> evses = new TreeSet<>();
    for (Series series : samples.columns().keySet()) {
      series
          .phase()
          .ifPresentOrElse(
              phase -> circuits.computeIfAbsent(series.name(), name -> new TreeSet<>()).add(phase),
              () -> evses.add(series.name()));
    }
    return new HistoryView(
        site,
        samples.since(),
        stepSeconds,
        samples.fineness().toSeconds(),
        Arrays.asList(times),
        circuits.entrySet().stream()
            .map(
                circuit ->
                    new CircuitHistory(
                        circuit.getKey(),
                        circuit.getValue().stream()
                            .map(phase -> phase(circuit.getKey(), phase, times.length, samples))
                            .toList()))
            .toList(),
        evses.stream().map(evse -> evse(evse, times.length, samples)).toList());
  }

  private static PhaseHistory phase(String circuit, Phase phase, int length, Samples samples) {
    Optional<Phase> on = Optional.of(phase);
    return new PhaseHistory(
        phase,
        amps(new Series(Kind.MEASURED, circuit, on), length, samples),
        amps(new Series(Kind.BASE, circuit, on), length, samples),
        amps(new Series(Kind.EFFECTIVE_LIMIT, circuit, on), length, samples));
  }

  private static EvseHistory evse(String evse, int length, Samples samples) {
    return new EvseHistory(
        evse,
        amps(new Series(Kind.EVSE_LIMIT, evse, Optional.empty()), length, samples),
        amps(new Series(Kind.EVSE_MEASURED, evse, Optional.empty()), length, samples));
  }

  private static List<@Nullable BigDecimal> amps(Series series, int length, Samples samples) {
    List<@Nullable BigDecimal> amps = new ArrayList<>(length);
    for (int moment = 0; moment < length; moment++) {
      var milliamps = samples.milliamps(series, moment);
      amps.add(milliamps.isPresent() ? Amperes.of(milliamps.getAsInt()) : null);
    }
    return amps;
  }
}
