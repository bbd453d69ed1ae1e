package dev.headroom.core.rules;

import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Finding;
import dev.headroom.core.site.Output;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** An AC EVSE accepts a current between its minimum and its maximum, and its own fallback. */
final class PilotRules {

  private PilotRules() {}

  static List<Finding> check(Evse evse, String path) {
    return switch (evse.output()) {
      case Output.Ac ac -> check(evse.name(), ac, path);
      case Output.Dc _ -> List.of();
    };
  }

  private static List<Finding> check(String name, Output.Ac ac, String path) {
    List<Finding> findings = new ArrayList<>();
    int largest = largest(ac);
    if (largest > ac.maximumMilliamps()) {
      findings.add(
          Finding.error(
              path + ".pilotAmps",
              "EVSE '%s' accepts %s, above its maximum of %s"
                  .formatted(name, Amperes.of(largest), Amperes.of(ac.maximumMilliamps())),
              "leave out what is above %s".formatted(Amperes.of(ac.maximumMilliamps()))));
    }
    if (ac.steps().atLeast(ac.minimumMilliamps()) > ac.maximumMilliamps()) {
      findings.add(
          Finding.error(
              path + ".pilotAmps",
              "EVSE '%s' accepts no current from its minimum of %s to its maximum of %s"
                  .formatted(
                      name, Amperes.of(ac.minimumMilliamps()), Amperes.of(ac.maximumMilliamps())),
              "name one in pilotAmps, or correct minimumAmps"));
    } else if (ac.steps().atMost(ac.fallbackMilliamps()) != ac.fallbackMilliamps()) {
      findings.add(
          Finding.error(
              path + ".fallbackAmps",
              "EVSE '%s' does not accept its fallback of %s"
                  .formatted(name, Amperes.of(ac.fallbackMilliamps())),
              "set fallbackAmps to " + nearest(ac)));
    }
    return findings;
  }

  private static int largest(Output.Ac ac) {
    return switch (ac.steps()) {
      case PilotSteps.Every _ -> 0;
      case PilotSteps.Set set -> Arrays.stream(set.milliamps()).max().orElseThrow();
    };
  }

  /** What it accepts next to its fallback, the nearer first. */
  private static String nearest(Output.Ac ac) {
    int fallback = ac.fallbackMilliamps();
    int below = ac.steps().atMost(fallback);
    int above = ac.steps().atLeast(fallback);
    IntStream both =
        fallback - below <= above - fallback
            ? IntStream.of(below, above)
            : IntStream.of(above, below);
    return both.filter(it -> it >= ac.floorMilliamps() && it <= ac.maximumMilliamps())
        .mapToObj(Amperes::number)
        .reduce((nearer, other) -> nearer + ", or to " + other)
        .orElse("0");
  }
}
