package dev.headroom.world.oracle;

import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.evse.EvseState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** All judges over one run, and which rules it is about. */
public final class Oracle {

  private final Sight sight;
  private final Set<Rule> rules;
  private final List<Judge> judges;
  private final List<Violation> found = new ArrayList<>();
  private final Consumer<Violation> notes = this::note;

  public Oracle(Sight sight, Set<Rule> rules) {
    this.sight = sight;
    this.rules = rules;
    this.judges = new ArrayList<>();
    judges.add(new BreakerJudge(sight));
    judges.add(new CommandJudge(sight));
    judges.add(new LeaseJudge());
    judges.add(new ChargerJudge());
    judges.add(new TailJudge(sight));
    judges.add(new LimitJudge(sight));
    judges.add(new EpochJudge());
    if (rules.contains(Rule.OSCILLATION)) {
      judges.add(new OscillationJudge());
    }
    if (rules.contains(Rule.LIVENESS) || rules.contains(Rule.STARVATION)) {
      judges.add(new UseJudge());
    }
  }

  public void look() {
    for (Judge judge : judges) {
      judge.look(sight, notes);
    }
  }

  public void obeyed(Command command) {
    judges.forEach(judge -> judge.obeyed(command, sight, notes));
  }

  public void renewed() {
    judges.forEach(judge -> judge.renewed(sight));
  }

  public void issued(Allocation allocation) {
    judges.forEach(judge -> judge.issued(allocation, sight, notes));
  }

  public void reported(EvseState state) {
    judges.forEach(judge -> judge.reported(state, sight, notes));
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
