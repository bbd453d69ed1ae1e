package dev.headroom.world.bug;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.BaseRises;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Meter;
import dev.headroom.core.site.Site;
import dev.headroom.core.site.StationAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Sites that leave no room for a mistake. */
final class Sites {

  /** The only meter. */
  static final String METER = "service";

  private static final int PILOT_FLOOR = 6;
  private static final Set<Phase> LINES = Set.of(Phase.values());
  private static final Wiring FIRST = new Wiring.LineToNeutral(Phase.L1);
  private static final Wiring SECOND = new Wiring.LineToNeutral(Phase.L2);

  private Sites() {}

  /** Four EVSEs on one line that feeds little more than one of them. */
  static Site crowded() {
    return site(service(63, 800, 24, 6, 8), 6, Collections.nCopies(4, FIRST));
  }

  /** Three EVSEs that share a service whose meter nobody may believe. */
  static Site unmetered() {
    return site(Control.Mode.STATIC, service(63, 800, 3, 1, 1), 6, Collections.nCopies(3, FIRST));
  }

  /** Six EVSEs that give 10 A or nothing and so take turns; two of them fall back to 10 A. */
  static Site inTurns() {
    return site(service(63, 800, 30, 6, 8), 10, Collections.nCopies(6, FIRST));
  }

  /** Two three-phase EVSEs beside two that fill the second line. */
  static Site mixed() {
    Wiring three = new Wiring.ThreePhase(Phase.L1);
    return site(service(63, 800, 24, 6, 8), 6, List.of(three, three, SECOND, SECOND));
  }

  /** More base load than charging. */
  static Site busy() {
    return site(service(100, 800, 65, 5, 10), 6, Collections.nCopies(2, FIRST));
  }

  /** A breaker that may carry its nameplate, and as much base load at once as S8 bears. */
  static Site brimful() {
    return site(service(63, 1000, 36, 12, 18), 6, Collections.nCopies(4, FIRST));
  }

  /** A breaker that carries its nameplate, and more as soon as the building's step comes. */
  static Site hasty() {
    return site(service(63, 1000, 36, 8, 1), 6, Collections.nCopies(4, FIRST));
  }

  /** Three EVSEs on one line that feeds one of them beside one that nobody has spoken to yet. */
  static Site unknown() {
    return site(service(80, 1000, 12, 2, 4), 6, Collections.nCopies(3, FIRST));
  }

  private static Circuit service(int breaker, int factorPermille, int worst, int step, int rise) {
    return new Circuit(
        "service",
        Optional.empty(),
        1000 * breaker,
        factorPermille,
        LINES,
        Optional.of(new Meter(METER, 10)),
        Optional.of(PerPhase.same(LINES, 1000 * worst)),
        true,
        new BaseRises(OptionalInt.of(1000 * step), OptionalInt.of(1000 * rise)));
  }

  private static Site site(Circuit service, int minimum, List<Wiring> wirings) {
    return site(Control.Mode.DEMAND_RESPONSE, service, minimum, wirings);
  }

  private static Site site(Control.Mode mode, Circuit service, int minimum, List<Wiring> wirings) {
    List<Evse> evses = new ArrayList<>();
    for (int i = 0; i < wirings.size(); i++) {
      int fallback = minimum == PILOT_FLOOR || i < 2 ? minimum : 0;
      evses.add(evse(i, wirings.get(i), 1000 * minimum, 1000 * fallback));
    }
    Control control =
        new Control(
            mode,
            Control.Fallback.MINIMUM,
            Control.STALE_AFTER,
            Control.RAISE_DELAY,
            Optional.empty());
    return new Site("tight", Supply.WYE_400Y_230, control, List.of(service), evses);
  }

  private static Evse evse(int number, Wiring wiring, int minimum, int fallback) {
    return new Evse(
        "bay-" + number,
        "service",
        40_000,
        new StationAddress("station-" + number, 1),
        wiring,
        32_000,
        minimum,
        fallback,
        true,
        0,
        1,
        Optional.empty(),
        false);
  }
}
