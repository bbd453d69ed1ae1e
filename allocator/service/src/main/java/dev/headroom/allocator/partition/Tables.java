package dev.headroom.allocator.partition;

import dev.headroom.allocator.intake.Arrival;
import java.util.List;

/** What the compacted topics of a partition say now. */
public interface Tables {

  /** Every site's definition. */
  List<Arrival> sites();

  /** All EVSE states and ceilings of a site. */
  List<Arrival> inputsOf(String site);
}
