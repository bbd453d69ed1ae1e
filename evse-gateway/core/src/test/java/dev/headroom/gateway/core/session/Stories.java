package dev.headroom.gateway.core.session;

import dev.headroom.core.evse.Revision;
import dev.headroom.gateway.core.ocpp16.ChargePointStatus;
import dev.headroom.gateway.core.ocpp16.FromStation;
import dev.headroom.gateway.core.ocpp16.Heartbeat;
import dev.headroom.gateway.core.ocpp16.MeterValue;
import dev.headroom.gateway.core.ocpp16.MeterValues;
import dev.headroom.gateway.core.ocpp16.SampledValue;
import dev.headroom.gateway.core.ocpp16.StartTransaction;
import dev.headroom.gateway.core.ocpp16.StatusNotification;
import dev.headroom.gateway.core.ocpp16.StopTransaction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random stories of a line. */
final class Stories {

  private Stories() {}

  static Arbitrary<List<Happening>> any() {
    return Arbitraries.frequencyOf(
            Tuple.of(3, seconds()),
            Tuple.of(4, calls()),
            Tuple.of(8, answers()),
            Tuple.of(5, allocations()),
            Tuple.of(3, Arbitraries.integers().between(0, 2).map(Happening.Permits::new)),
            Tuple.of(1, Arbitraries.of(0, 6000, 8000).map(Happening.Changes::new)))
        .list()
        .ofMinSize(20)
        .ofMaxSize(120);
  }

  private static Arbitrary<Happening> seconds() {
    return Arbitraries.of(0, 1, 2, 5, 31, 301, 700).map(Happening.Passes::new);
  }

  private static Arbitrary<Happening> answers() {
    return Arbitraries.frequency(
            Tuple.of(4, RuleKeeper.Answer.ACCEPT),
            Tuple.of(1, RuleKeeper.Answer.REJECT),
            Tuple.of(1, RuleKeeper.Answer.ERROR),
            Tuple.of(1, RuleKeeper.Answer.WRONG_ID))
        .map(Happening.Answers::new);
  }

  private static Arbitrary<Happening> allocations() {
    Arbitrary<Integer> limits = Arbitraries.of(0, 5000, 6000, 7000, 10_000, 20_050, 32_000, 90_000);
    return Combinators.combine(
            Arbitraries.longs().between(1, 3), Arbitraries.longs().between(0, 50), limits, limits)
        .as(
            (epoch, sequence, first, second) ->
                new Happening.Allocates(new Revision(epoch, sequence), first, second));
  }

  private static Arbitrary<Happening> calls() {
    Arbitrary<Integer> connectors = Arbitraries.of(0, 1, 2, 3);
    Arbitrary<FromStation> starts =
        connectors.map(
            id -> new StartTransaction.Req(id, "tag", id, OptionalInt.empty(), RuleKeeper.START));
    Arbitrary<FromStation> stops =
        Arbitraries.integers()
            .between(0, 6)
            .map(
                id ->
                    new StopTransaction.Req(
                        Optional.empty(),
                        1,
                        RuleKeeper.START,
                        id,
                        Optional.empty(),
                        Optional.empty()));
    Arbitrary<FromStation> status =
        Combinators.combine(connectors, Arbitraries.of(ChargePointStatus.class))
            .as(
                (id, what) ->
                    new StatusNotification.Req(
                        id,
                        "NoError",
                        Optional.empty(),
                        what,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    Arbitrary<FromStation> values =
        Combinators.combine(
                connectors, Arbitraries.of("0", "6", "10", "33", "NaN", "-1"), Arbitraries.of(0, 9))
            .as(
                (id, amperes, transaction) ->
                    new MeterValues.Req(
                        id,
                        OptionalInt.of(transaction),
                        List.of(
                            new MeterValue(
                                RuleKeeper.START.plus(Duration.ofHours(9)),
                                List.of(
                                    new SampledValue(
                                        amperes,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of("Current.Import"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of("A")))))));
    return Arbitraries.oneOf(
            Arbitraries.just(RuleKeeper.BOOT),
            Arbitraries.just(new Heartbeat.Req()),
            starts,
            starts,
            stops,
            status,
            values)
        .map(Happening.Calls::new);
  }
}
