package dev.headroom.cli.simulate.run;

import dev.headroom.core.strategy.Claimant;
import dev.headroom.core.strategy.Precedence;
import dev.headroom.core.turn.Drawing.Sample;
import dev.headroom.core.turn.Entrant;
import dev.headroom.core.turn.Turn;
import dev.headroom.core.turn.TurnOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is let in first where not all minimums fit, as a live site has it: they take turns. */
final class Turns {

  private final Duration dwell;
  private Map<Integer, Turn> turns = Map.of();

  Turns(Duration dwell) {
    this.dwell = dwell;
  }

  /** Every port once, after this look; vehicles draw whatever they are given. */
  int[] order(Precedence precedence, List<Claimant> claimants, Instant now) {
    Map<Integer, Turn> next = new HashMap<>();
    List<TurnOrder.Standing> standings = new ArrayList<>();
    for (Claimant claimant : claimants) {
      Entrant entrant = entrant(claimant, precedence.rank()[claimant.place()]);
      Optional<Turn> before = Optional.ofNullable(turns.get(claimant.place()));
      Turn turn = Turn.next(before, entrant, dwell, now);
      next.put(claimant.place(), turn);
      standings.add(new TurnOrder.Standing(entrant, turn));
    }
    turns = next;
    return TurnOrder.of(precedence.rank().length, standings, dwell, now);
  }

  private static Entrant entrant(Claimant claimant, int rank) {
    return new Entrant(
        claimant.place(),
        claimant.arrival().toString(),
        claimant.arrival(),
        rank,
        claimant.priority(),
        claimant.charges(),
        claimant.charges() ? Sample.DRAWS : Sample.UNKNOWN);
  }
}
