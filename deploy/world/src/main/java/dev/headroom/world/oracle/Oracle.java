package dev.headroom.world.oracle;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.evse.EvseState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All judges over one run, and which rules it is about. */
public final class Oracle {

  private final Sight sight;
  private final Set<Rule> rules;
  private final List<Judge> judges;
  private final List<Violation> found = new ArrayList<>();

  public Oracle(Sight sight, Set<Rule> rules) {
    this.sight = sight;
    this.rules = rules;
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
    judges.forEach(judge -> judge.look(sight, this::note));
  }

  public void obeyed(Command command) {
    judges.forEach(judge -> judge.obeyed(command, sight, this::note));
  }

  public void renewed() {
    judges.forEach(judge -> judge.renewed(sight));
  }

  public void issued(Allocation allocation) {
    judges.forEach(judge -> judge.issued(allocation, sight, this::note));
  }

  public void reported(EvseState state) {
    judges.forEach(judge -> judge.reported(state, sight, this::note));
  }

  private void note(Violation violation) {
    if (rules.contains(violation.rule())) {
      found.add(violation);
    }
  }

  public List<Violation> found() {
    return List.copyOf(found);
  }

  public boolean silent() {
    return found.isEmpty();
  }
}
