package dev.headroom.simulator.sites;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Meter;
import dev.headroom.core.site.Site;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** A site as people write it: YAML of {@code apiVersion: headroom.dev/v1, kind: Site}. */
public final class SiteText {

  private SiteText() {}

  /** The whole file. */
  public static String of(Site site) {
    StringBuilder text = new StringBuilder();
    text.append("apiVersion: headroom.dev/v1\nkind: Site\n");
    text.append("metadata: {name: ").append(site.name()).append("}\nspec:\n");
    text.append("  supply: ").append(site.supply().notation()).append('\n');
    text.append("  control:\n    fallback: ");
    text.append(site.control().fallback().name().toLowerCase(Locale.ROOT)).append('\n');
    text.append("    staleAfter: ").append(duration(site.control().staleAfter())).append('\n');
    text.append("    raiseDelay: ").append(duration(site.control().raiseDelay())).append('\n');
    text.append("  circuits:\n");
    site.circuits().forEach(circuit -> text.append(circuit(circuit)));
    text.append("  evses:\n");
    site.evses().forEach(evse -> text.append(evse(evse)));
    return text.toString();
  }

  private static String circuit(Circuit circuit) {
    StringBuilder text = new StringBuilder("    - name: " + circuit.name() + "\n");
    circuit.parent().ifPresent(parent -> line(text, "parent", parent));
    line(text, "breakerAmps", thousandths(circuit.breakerMilliamps()));
    line(text, "continuousFactor", thousandths(circuit.continuousFactorPermille()));
    line(text, "phases", "[" + phases(circuit.phases()) + "]");
    circuit.meter().ifPresent(meter -> line(text, "meter", meter(meter)));
    circuit.worstCaseBaseMilliamps().ifPresent(base -> line(text, "worstCaseBaseAmps", amps(base)));
    return text.toString();
  }

  private static String evse(Evse evse) {
    StringBuilder text = new StringBuilder("    - name: " + evse.name() + "\n");
    line(text, "circuit", evse.circuit());
    line(text, "branchBreakerAmps", thousandths(evse.branchBreakerMilliamps()));
    line(text, "station", '"' + evse.address().stationId() + '"');
    line(text, "evseId", Integer.toString(evse.address().evseId()));
    line(text, "wiring", wiring(evse.wiring()));
    line(text, "maximumAmps", thousandths(evse.maximumMilliamps()));
    line(text, "minimumAmps", thousandths(evse.minimumMilliamps()));
    line(text, "fallbackAmps", thousandths(evse.fallbackMilliamps()));
    line(text, "pilotAmps", steps(evse.output().steps()));
    line(text, "pausable", Boolean.toString(evse.pausable()));
    line(text, "priority", Integer.toString(evse.priority()));
    line(text, "weight", Integer.toString(evse.weight()));
    evse.tenant().ifPresent(tenant -> line(text, "tenant", tenant));
    line(text, "lockedOff", Boolean.toString(evse.lockedOff()));
    return text.toString();
  }

  private static void line(StringBuilder text, String key, String value) {
    text.append("      ").append(key).append(": ").append(value).append('\n');
  }

  private static String steps(PilotSteps steps) {
    return switch (steps) {
      case PilotSteps.Every every when every.equals(PilotSteps.TENTHS) -> "tenths";
      case PilotSteps.Every every when every.equals(PilotSteps.AMPERES) -> "whole";
      case PilotSteps.Every every -> throw new IllegalArgumentException("no file says " + every);
      case PilotSteps.Set set ->
          Arrays.stream(set.milliamps())
              .mapToObj(SiteText::thousandths)
              .collect(Collectors.joining(", ", "[", "]"));
    };
  }

  private static String meter(Meter meter) {
    String percent =
        BigDecimal.valueOf(meter.accuracyPermille(), 1).stripTrailingZeros().toPlainString();
    return "{name: " + meter.name() + ", accuracyPercent: " + percent + "}";
  }

  private static String amps(PerPhase milliamps) {
    return milliamps.values().entrySet().stream()
        .map(entry -> entry.getKey() + ": " + thousandths(entry.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String phases(Collection<Phase> phases) {
    return phases.stream().sorted().map(Phase::name).collect(Collectors.joining(", "));
  }

  private static String wiring(Wiring wiring) {
    String lines = wiring.lines().stream().map(Phase::name).collect(Collectors.joining("-"));
    return wiring instanceof Wiring.LineToNeutral ? lines + "-N" : lines;
  }

  private static String duration(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + "s"
        : duration.toMillis() + "ms";
  }

  private static String thousandths(int value) {
    return BigDecimal.valueOf(value, 3).stripTrailingZeros().toPlainString();
  }
}
