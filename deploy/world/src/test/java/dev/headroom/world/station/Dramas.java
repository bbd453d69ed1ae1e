package dev.headroom.world.station;

import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.world.fault.FaultKind;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random stories of a charger that may be odd, but falls back as it should. */
final class Dramas {

  /** Within the clock margin of its site. */
  private static final int CLOCK_SECONDS = 30;

  private Dramas() {}

  static Arbitrary<Drama> of(OcppVersion version) {
    return Combinators.combine(
            specs(version),
            Arbitraries.of(true, true, true, false),
            Arbitraries.integers()
                .between(-CLOCK_SECONDS, CLOCK_SECONDS)
                .edgeCases(it -> it.add(0)),
            left(version),
            Arbitraries.longs(),
            acts().list().ofMinSize(10).ofMaxSize(60))
        .as(Drama::new);
  }

  private static Arbitrary<StationSpec> specs(OcppVersion version) {
    List<Quirk> safe = List.of(Quirk.values()).stream().filter(Quirk::isSafe).toList();
    return Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.just(Set.<Quirk>of())),
            Tuple.of(1, Arbitraries.of(safe).set().ofMaxSize(2)))
        .map(quirks -> new StationSpec(version, quirks));
  }

  private static Arbitrary<List<Integer>> left(OcppVersion version) {
    return switch (version) {
      case OCPP_1_6 -> Arbitraries.just(List.of());
      case OCPP_2_0_1 -> Arbitraries.integers().between(0, 3).list().ofMaxSize(2).uniqueElements();
    };
  }

  private static Arbitrary<Act> acts() {
    Arbitrary<Integer> limits = Arbitraries.of(0, 0, 6000, 7300, 10_000, 16_050, 32_000);
    return Arbitraries.frequencyOf(
        Tuple.of(8, Arbitraries.of(1, 2, 5, 20, 40, 130, 310, 700).map(Act.Passes::new)),
        Tuple.of(8, Combinators.combine(limits, limits).as(Act.Allocates::new)),
        Tuple.of(
            3,
            Arbitraries.frequency(
                    Tuple.of(4, Act.Lease.HELD),
                    Tuple.of(1, Act.Lease.CUT_ONLY),
                    Tuple.of(1, Act.Lease.FALLBACK))
                .map(Act.Leases::new)),
        Tuple.of(3, Arbitraries.of(1, 2).map(Act.ComesOrGoes::new)),
        Tuple.of(
            2,
            Combinators.combine(
                    Arbitraries.of(
                        FaultKind.CHARGER_OFFLINE,
                        FaultKind.CHARGER_HALF_OPEN,
                        FaultKind.CHARGER_REBOOTS),
                    Arbitraries.of(1, 15, 120, 900))
                .as(Act.Loses::new)),
        Tuple.of(
            3,
            Combinators.combine(Arbitraries.of(Act.Fate.class), Arbitraries.of(1, 1, 2, 5))
                .as(Act.Spoils::new)),
        Tuple.of(1, Arbitraries.of(0, 6000, 8000).map(Act.Changes::new)));
  }
}
