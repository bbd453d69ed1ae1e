package dev.headroom.cli.simulate;

import dev.headroom.cli.machine.CannotStart;
import dev.headroom.cli.simulate.run.Management;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Every way of managing at every cap. */
final class Scenarios {

  private static final BigDecimal MOST_KILOWATTS = BigDecimal.valueOf(100_000);

  private Scenarios() {}

  /**
   * Cap by cap; without caps at the site's own limits.
   *
   * @throws CannotStart if a cap is none
   */
  static List<Scenario> of(List<Management> managements, List<BigDecimal> capKilowatts) {
    List<Optional<Integer>> caps =
        capKilowatts.isEmpty()
            ? List.of(Optional.empty())
            : capKilowatts.stream().map(Scenarios::watts).map(Optional::of).toList();
    return caps.stream()
        .flatMap(cap -> managements.stream().map(management -> new Scenario(management, cap)))
        .toList();
  }

  private static int watts(BigDecimal kilowatts) {
    if (kilowatts.signum() <= 0 || kilowatts.compareTo(MOST_KILOWATTS) > 0) {
      throw new CannotStart("--cap-kw lies above 0 and at most at 100,000 kW, not at " + kilowatts);
    }
    return Math.max(1, kilowatts.movePointRight(3).setScale(0, RoundingMode.DOWN).intValue());
  }
}
