package dev.headroom.cli.simulate;

import dev.headroom.cli.simulate.outcome.Outcome;
import dev.headroom.cli.simulate.run.Management;
import java.util.Optional;

/**
 * One row: who decides, and what the site may draw.
 *
 * @param capWatts in place of the site's own limit
 */
record Scenario(Management management, Optional<Integer> capWatts) {

  /** What became of it. */
  record Row(Scenario scenario, Outcome outcome) {

    /** Whether a limit was exceeded though somebody managed. */
    boolean failed() {
      return scenario.management() instanceof Management.By && outcome.exceeded() > 0;
    }
  }
}
