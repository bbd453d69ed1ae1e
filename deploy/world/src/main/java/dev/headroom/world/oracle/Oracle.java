package dev.headroom.world.oracle;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.evse.EvseState;
import java.util.ArrayList;
import java.util.List;

/** All judges over one run. */
public final class Oracle {

  private final Sight sight;
  private final List<Judge> judges;
  private final List<Violation> found = new ArrayList<>();

  public Oracle(Sight sight) {
    this.sight = sight;
    this.judges =
        List.of(
            new BreakerJudge(sight),
            new CommandJudge(sight),
            new LeaseJudge(),
            new ChargerJudge(),
            new TailJudge(sight),
            new LimitJudge(sight),
            new EpochJudge(),
            new OscillationJudge(),
            new UseJudge());
  }

  public void look() {
    judges.forEach(judge -> judge.look(sight, found::add));
  }

  public void obeyed(Command command) {
    judges.forEach(judge -> judge.obeyed(command, sight, found::add));
  }

  public void renewed() {
    judges.forEach(judge -> judge.renewed(sight));
  }

  public void issued(Allocation allocation) {
    judges.forEach(judge -> judge.issued(allocation, sight, found::add));
  }

  public void reported(EvseState state) {
    judges.forEach(judge -> judge.reported(state, sight, found::add));
  }

  public List<Violation> found() {
    return List.copyOf(found);
  }

  public boolean silent() {
    return found.isEmpty();
  }
}
