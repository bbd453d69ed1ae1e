package dev.headroom.core.allocation;

import dev.headroom.core.ceiling.Ceilings;
import dev.headroom.core.ceiling.Ceilings.InForce;
import dev.headroom.core.reading.MeterHistory;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.SiteTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One look at a site: what every EVSE should be told now, and the conductors as they were seen. */
record Decision(List<EvseLimit> limits, List<CircuitLoad> loads) {

  static Decision of(
      SiteTree tree,
      List<Conductor> conductors,
      Map<String, MeterHistory> meters,
      List<EvseBook> books,
      Ceilings ceilings,
      Instant now) {
    Map<Conductor, BaseLoad> base = BaseLoads.estimate(tree, conductors, meters, books, now);
    List<InForce> inForce = inForce(tree.site().control().mode(), ceilings, now);
    Constraints constraints = new Constraints(tree, conductors, base, inForce);
    int[] most = books.stream().mapToInt(book -> book.most(now)).toArray();
    List<Constraint> likely = constraints.with(BaseLoad::likely, reserved(books, most));
    List<Constraint> sure = constraints.with(BaseLoad::sure, new int[most.length]);
    Target target = Target.of(books, likely);
    int[] allowed = Raises.allowed(books, most, target, sure);
    int[] next = SteadyHand.next(books, standing(books), target, allowed, likely);
    return new Decision(limits(books, next, target), loads(tree, conductors, base, inForce, most));
  }

  private static List<InForce> inForce(Control.Mode mode, Ceilings ceilings, Instant now) {
    return switch (mode) {
      case STATIC, DYNAMIC -> ceilings.ofOperatorAt(now);
      case DEMAND_RESPONSE -> ceilings.at(now);
    };
  }

  /** What those who take no part may draw. */
  private static int[] reserved(List<EvseBook> books, int[] most) {
    int[] reserved = most.clone();
    for (int i = 0; i < reserved.length; i++) {
      if (Target.takesPart(books.get(i))) {
        reserved[i] = 0;
      }
    }
    return reserved;
  }

  /** The limits as they stand; a session that was never given one runs on its fallback. */
  private static int[] standing(List<EvseBook> books) {
    return books.stream()
        .mapToInt(
            book ->
                Target.takesPart(book)
                    ? book.lastIssued().orElse(book.evse().fallbackMilliamps())
                    : 0)
        .toArray();
  }

  private static List<EvseLimit> limits(List<EvseBook> books, int[] next, Target target) {
    List<EvseLimit> limits = new ArrayList<>();
    for (int i = 0; i < books.size(); i++) {
      EvseBook book = books.get(i);
      Reason why = target.why().get(i);
      int milliamps =
          switch (book.role()) {
            case LOCKED_OFF -> 0;
            case OFFLINE, IDLE -> book.evse().fallbackMilliamps();
            case DISOBEYS -> Target.minimum(book.evse());
            case SATISFIED, WANTS -> next[i];
          };
      if (Target.takesPart(book) && milliamps + Target.STEP <= target.milliamps()[i]) {
        why = Reason.of(Reason.Kind.RAISE_HELD);
      }
      limits.add(new EvseLimit(book.evse().name(), milliamps, why));
    }
    return limits;
  }

  private static List<CircuitLoad> loads(
      SiteTree tree,
      List<Conductor> conductors,
      Map<Conductor, BaseLoad> base,
      List<InForce> ceilings,
      int[] most) {
    List<CircuitLoad> loads = new ArrayList<>();
    for (Conductor conductor : conductors) {
      BaseLoad load = base.getOrDefault(conductor, BaseLoad.none());
      int together = 0;
      for (int member : conductor.members()) {
        together += most[member];
      }
      loads.add(
          new CircuitLoad(
              conductor.circuit().name(),
              conductor.phase(),
              effectiveLimit(tree, conductor, ceilings),
              load.measured(),
              load.likely(),
              together));
    }
    return loads;
  }

  private static int effectiveLimit(SiteTree tree, Conductor conductor, List<InForce> ceilings) {
    int limit = conductor.circuit().continuousMilliamps();
    if (!conductor.circuit().equals(tree.root())) {
      return limit;
    }
    return ceilings.stream().mapToInt(InForce::milliampsPerPhase).reduce(limit, Math::min);
  }
}
