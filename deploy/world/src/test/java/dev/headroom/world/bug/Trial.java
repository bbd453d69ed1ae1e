package dev.headroom.world.bug;

import dev.headroom.world.fault.FaultKind;
import dev.headroom.world.oracle.Rule;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * How a bug is provoked, and which rules it must be found to break.
 *
 * @param scene by seed
 */
record Trial(LongFunction<Scene> scene, Set<Rule> rules) {

  private static final Duration SHORT = Duration.ofMinutes(20);
  private static final Duration LONG = Duration.ofHours(2);
  private static final Set<Rule> COMMANDS = EnumSet.of(Rule.S1, Rule.S2);

  static Trial of(Bug bug) {
    return switch (bug) {
      case NO_DECREASE_BEFORE_INCREASE, PHANTOM_HEADROOM, FACTOR_FORGOTTEN, ONE_PHASE_OFF ->
          new Trial(Trial::crowded, COMMANDS);
      case SETTLE_SKIPPED -> new Trial(Trial::crowded, EnumSet.of(Rule.S2));
      case STALE_AS_ZERO -> new Trial(Trial::silent, COMMANDS);
      case SILENCE_REPEATS -> new Trial(Trial::steppingInSilence, EnumSet.of(Rule.S1, Rule.S9));
      case IN_FLIGHT_FORGOTTEN -> new Trial(Trial::deaf, COMMANDS);
      case NO_TAIL -> new Trial(Trial::unreachable, EnumSet.of(Rule.S5));
      case TAIL_RISES_FIRST -> new Trial(Trial::abandonedInTurns, EnumSet.of(Rule.S5));
      case EPOCH_IGNORED -> new Trial(Trial::doubled, EnumSet.of(Rule.S7));
      case REBOOT_WINDOW_IGNORED -> new Trial(Trial::rebootingInTurns, EnumSet.of(Rule.S1));
      case UNREACHABLE_AS_ABSENT -> new Trial(Trial::unreachableUnmetered, EnumSet.of(Rule.S1));
      case LEARNED_PHASES_KEPT ->
          new Trial(seed -> Scene.at(Sites.mixed(), LONG, seed), EnumSet.of(Rule.S1));
      case CT_RATIO_HALVED ->
          new Trial(seed -> Scene.at(Sites.busy(), SHORT, seed), EnumSet.of(Rule.S1));
      case FALLBACK_WITHOUT_PROOF -> new Trial(Trial::firstMet, EnumSet.of(Rule.S1));
      case CUTS_LATE -> new Trial(Trial::steppingHasty, EnumSet.of(Rule.S8));
      case RATING_FORGOTTEN -> new Trial(Trial::crowded, EnumSet.of(Rule.S4));
      case MINIMUM_FORGOTTEN -> new Trial(Trial::crowded, EnumSet.of(Rule.S6));
      case TIMID ->
          new Trial(seed -> Scene.at(Sites.unmetered(), SHORT, seed), EnumSet.of(Rule.LIVENESS));
      case RESTLESS -> new Trial(Trial::crowded, EnumSet.of(Rule.OSCILLATION));
      case BLIND_TIME_FORGOTTEN -> new Trial(Trial::abandonedBrimful, EnumSet.of(Rule.S9));
    };
  }

  private static Scene crowded(long seed) {
    return Scene.at(Sites.crowded(), SHORT, seed);
  }

  private static Scene silent(long seed) {
    return crowded(seed).withEach(FaultKind.METER_SILENT, 120, 300, 240);
  }

  private static Scene steppingInSilence(long seed) {
    return crowded(seed)
        .withEach(FaultKind.METER_SILENT, 120, 400, 240)
        .withEach(FaultKind.BASE_STEP, 130, 400, 200);
  }

  private static Scene deaf(long seed) {
    return Scene.at(Sites.unmetered(), SHORT, seed)
        .withEach(FaultKind.CHARGER_HALF_OPEN, 60, 60, 30);
  }

  private static Scene unreachable(long seed) {
    return crowded(seed).withEach(FaultKind.CHARGER_OFFLINE, 150, 200, 180);
  }

  private static Scene unreachableUnmetered(long seed) {
    return Scene.at(Sites.unmetered(), SHORT, seed)
        .withEach(FaultKind.CHARGER_OFFLINE, 150, 200, 100);
  }

  private static Scene abandonedInTurns(long seed) {
    return Scene.at(Sites.inTurns(), SHORT, seed).withEach(FaultKind.GATEWAY_DEAD, 400, 400, 200);
  }

  private static Scene firstMet(long seed) {
    return Scene.at(Sites.unknown(), SHORT, seed)
        .with(FaultKind.CHARGER_OFFLINE, "station-1", 0, 200)
        .with(FaultKind.CHARGER_OFFLINE, "station-2", 0, 400);
  }

  private static Scene rebootingInTurns(long seed) {
    return Scene.at(Sites.inTurns(), SHORT, seed).withEach(FaultKind.CHARGER_REBOOTS, 150, 70, 40);
  }

  private static Scene doubled(long seed) {
    return crowded(seed)
        .withEach(FaultKind.ALLOCATOR_DOUBLED, 100, 300, 100)
        .withEach(FaultKind.ALLOCATOR_PAUSED, 250, 300, 60);
  }

  private static Scene steppingHasty(long seed) {
    return Scene.at(Sites.hasty(), SHORT, seed).with(FaultKind.BASE_STEP, "", 350, 650);
  }

  private static Scene abandonedBrimful(long seed) {
    return Scene.at(Sites.brimful(), SHORT, seed)
        .withEach(FaultKind.GATEWAY_DEAD, 400, 400, 100)
        .withEach(FaultKind.BASE_STEP, 405, 400, 300);
  }
}
