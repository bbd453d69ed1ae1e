package dev.headroom.world.oracle;

import dev.headroom.actors.charger.ChargingStation;
import dev.headroom.actors.charger.Connector;
import dev.headroom.actors.electrical.LineCurrents;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Evse;
import dev.headroom.world.fault.FaultKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * S1, S2 and S3 at the instant a charger takes a raise: with the least the building drew within the
 * last seconds, or its worst case where the meter is silent, and every charger as far up as it may
 * go, each circuit stays within rating × factor. What the one that is raised was lately cut from is
 * its own: a raise to less than that takes nothing from others.
 */
final class CommandJudge implements Judge {

  /** A decision may rest on a reading, and a command may be on its way, for this many looks. */
  private static final int LOOKS_BACK = 26;

  /** A reading is believed for stale-after; a command may be on its way for as long again. */
  private static final Duration STALE = Duration.ofSeconds(10);

  private static final int TOLERANCE_MILLIAMPS = 500;

  private final Map<String, Reach> reaches = new LinkedHashMap<>();
  private final Map<String, Deque<LineCurrents>> bases = new LinkedHashMap<>();

  CommandJudge(Sight sight) {
    for (ChargingStation station : sight.physical().stations()) {
      for (Connector connector : station.connectors()) {
        reaches.put(connector.evse().name(), new Reach(station, connector));
      }
    }
    for (Circuit circuit : sight.physical().site().circuits()) {
      bases.put(circuit.name(), new ArrayDeque<>());
    }
  }

  @Override
  public void look(Sight sight, Consumer<Violation> found) {
    reaches.values().forEach(reach -> reach.note(sight.now()));
    bases.forEach(
        (circuit, lately) -> {
          lately.add(sight.physical().baseOf(circuit));
          if (lately.size() > LOOKS_BACK) {
            lately.remove();
          }
        });
  }

  @Override
  public void obeyed(Command command, Sight sight, Consumer<Violation> found) {
    Instant now = sight.now();
    Evse evse = sight.physical().station(command.stationId()).connector(command.connector()).evse();
    Reach reach = reaches.get(evse.name());
    if (reach != null) {
      reach.obeys(command.beforeMilliamps(), command.afterMilliamps(), now);
    }
    if (command.raises()) {
      judge(Rule.S1, each -> each.milliamps(now), evse, sight, found);
      if (reach == null || !reach.stoodLatelyAt(command.afterMilliamps(), now)) {
        judge(
            Rule.S2,
            each -> each == reach ? each.milliamps(now) : each.unsettledMilliamps(now),
            evse,
            sight,
            found);
      }
      sight.physical().site().circuits().stream()
          .filter(circuit -> isSilent(circuit, sight))
          .forEach(circuit -> judgeBlind(circuit, evse, sight, found));
    }
  }

  private void judge(
      Rule rule,
      ToIntFunction<Reach> reaching,
      Evse raised,
      Sight sight,
      Consumer<Violation> found) {
    if (!sight.holds(rule)) {
      return;
    }
    for (Circuit circuit : sight.physical().site().circuits()) {
      LineCurrents charging =
          sight.physical().below(circuit.name(), each -> drawing(each, reaching, sight));
      for (Phase phase : circuit.phases()) {
        int least = leastWith(circuit.name(), charging, phase);
        if (least > circuit.continuousMilliamps() + tolerance(circuit)) {
          String what =
              "%s is raised where %s %s may then carry %d mA"
                  .formatted(raised.name(), circuit.name(), phase, least);
          found.accept(new Violation(rule, sight.now(), what));
        }
      }
    }
  }

  private static boolean isSilent(Circuit circuit, Sight sight) {
    return circuit.meter().isPresent()
        && sight.felt().stream()
            .anyMatch(
                fault ->
                    fault.kind() == FaultKind.METER_SILENT
                        && fault.target().equals(circuit.meter().get().name())
                        && fault.isOn(sight.now())
                        && fault.start().plus(STALE).isBefore(sight.now()));
  }

  /** S3: unknown is the worst case. */
  private void judgeBlind(Circuit circuit, Evse raised, Sight sight, Consumer<Violation> found) {
    LineCurrents charging =
        sight
            .physical()
            .below(circuit.name(), each -> drawing(each, it -> it.milliamps(sight.now()), sight));
    for (Phase phase : circuit.phases()) {
      int most = charging.magnitudeMilliamps(phase) + circuit.worstBaseMilliamps(phase);
      if (most > circuit.continuousMilliamps() + TOLERANCE_MILLIAMPS) {
        String what =
            "%s is raised where %s %s, whose meter is silent, may carry %d mA"
                .formatted(raised.name(), circuit.name(), phase, most);
        found.accept(new Violation(Rule.S3, sight.now(), what));
      }
    }
  }

  /** What a charger reads into its schedule by a wrong clock is nothing that anybody told it. */
  private LineCurrents drawing(Evse evse, ToIntFunction<Reach> reaching, Sight sight) {
    Reach reach = reaches.get(evse.name());
    if (reach == null) {
      return LineCurrents.NONE;
    }
    return reach.drawing(
        sight.keepsNoSchedule(reach.station())
            ? reach.toldMilliamps(sight.now())
            : reaching.applyAsInt(reach));
  }

  /** On top of the building when it drew least. */
  private int leastWith(String circuit, LineCurrents charging, Phase phase) {
    int least = Integer.MAX_VALUE;
    for (LineCurrents base : bases.getOrDefault(circuit, new ArrayDeque<>())) {
      least = Math.min(least, base.plus(charging).magnitudeMilliamps(phase));
    }
    return least == Integer.MAX_VALUE ? charging.magnitudeMilliamps(phase) : least;
  }

  private static int tolerance(Circuit circuit) {
    int error = circuit.meter().map(meter -> meter.accuracyPermille()).orElse(0);
    return TOLERANCE_MILLIAMPS + (int) ((long) circuit.breakerMilliamps() * error / 1000);
  }
}
