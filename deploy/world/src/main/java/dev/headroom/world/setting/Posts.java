package dev.headroom.world.setting;

import dev.headroom.core.electrical.AcInput;
import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Output;
import dev.headroom.core.site.StationAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The EVSEs of one site as they are drawn, one after the other. */
final class Posts {

  private static final int[] MINIMA_AMPERES = {6, 6, 6, 8, 10};
  private static final int ONE_IN_IN_WHOLE_AMPERES = 4;
  private static final int ONE_IN_HAS_TWO_SOCKETS = 3;

  private final SplittableRandom random;
  private final boolean pauses;
  private final int minimumMilliamps;
  private final PilotSteps steps;
  private final boolean twoSockets;
  private final List<Evse> evses = new ArrayList<>();
  private int acPosts;

  /**
   * @param pauses whether they stop when commands stop, and charge at their minimum otherwise
   */
  Posts(SplittableRandom random, boolean pauses) {
    this.random = random;
    this.pauses = pauses;
    this.minimumMilliamps = 1000 * MINIMA_AMPERES[random.nextInt(MINIMA_AMPERES.length)];
    this.steps =
        random.nextInt(ONE_IN_IN_WHOLE_AMPERES) == 0 ? PilotSteps.AMPERES : PilotSteps.TENTHS;
    this.twoSockets = random.nextInt(ONE_IN_HAS_TWO_SOCKETS) == 0;
  }

  /** One more AC EVSE. */
  void ac(String circuit, Wiring wiring, int maximumAmperes) {
    int maximum = 1000 * maximumAmperes;
    Output output = new Output.Ac(maximum, minimumMilliamps, pauses ? 0 : minimumMilliamps, steps);
    int number = acPosts++;
    StationAddress address =
        twoSockets
            ? new StationAddress("station-" + number / 2, 1 + number % 2)
            : new StationAddress("station-" + number, 1);
    evses.add(evse("bay-" + number, circuit, address, wiring, output));
  }

  /** A DC charger on all three lines. */
  void dc(String circuit, Supply supply, int ratedWatts, int minimumWatts) {
    Wiring wiring = new Wiring.ThreePhase(supply.phases().getFirst());
    AcInput input = AcInput.of(wiring, supply, 940, 980);
    Output output = new Output.Dc(ratedWatts, minimumWatts, pauses ? 0 : minimumWatts, input);
    evses.add(evse("fast", circuit, new StationAddress("station-dc", 1), wiring, output));
  }

  private Evse evse(
      String name, String circuit, StationAddress address, Wiring wiring, Output output) {
    return new Evse(
        name,
        circuit,
        1000 * Math.ceilDiv(output.maximumMilliamps(), 800),
        address,
        wiring,
        output,
        true,
        random.nextInt(3),
        random.nextInt(1, 4),
        Optional.empty(),
        false);
  }

  /** The sum of all maxima on the line that has most, magnitudes added plainly. */
  long chargingMilliamps(Supply supply) {
    return supply.phases().stream()
        .mapToLong(
            line ->
                evses.stream()
                    .filter(evse -> evse.wiring().lines().contains(line))
                    .mapToLong(Evse::maximumMilliamps)
                    .sum())
        .max()
        .orElse(0);
  }

  List<Evse> all() {
    return List.copyOf(evses);
  }
}
