package dev.headroom.core.memory;

import dev.headroom.core.learn.LearnedLines;
import dev.headroom.core.reclaim.Reclaim;
import dev.headroom.core.turn.Turn;
import java.util.Optional;

/**
 * What is remembered of one EVSE.
 *
 * @param turn its vehicle's part in taking turns; empty while none could use its minimum
 */
public record EvseMemory(Optional<Turn> turn, Reclaim reclaim, LearnedLines learned, Ramp ramp) {

  /** Nothing yet. */
  public static final EvseMemory NONE =
      new EvseMemory(Optional.empty(), Reclaim.NONE, LearnedLines.NONE, Ramp.NONE);

  /** Without what was learned of its lines. */
  EvseMemory unlearned() {
    return new EvseMemory(turn, reclaim, LearnedLines.NONE, ramp);
  }
}
