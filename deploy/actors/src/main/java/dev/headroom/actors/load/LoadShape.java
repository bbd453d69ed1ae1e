package dev.headroom.actors.load;

import dev.headroom.core.electrical.PerPhase;
import java.time.Instant;

/** Uncontrolled current over time, in milliamperes per phase. The same instant, the same value. */
public sealed interface LoadShape permits SeededShape, TracedShape {
  PerPhase milliampsAt(Instant now);
}
