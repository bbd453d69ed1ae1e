package dev.headroom.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headroom.contract.limits.LimitsRecord;
import dev.headroom.contract.limits.LimitsRecord.OwnerLease;
import dev.headroom.contract.limits.LimitsRecord.SiteLimits;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.CircuitLoad;
import dev.headroom.core.allocation.EvseLimit;
import dev.headroom.core.allocation.Reason;
import dev.headroom.core.ceiling.Ceiling;
import dev.headroom.core.ceiling.CeilingInterval;
import dev.headroom.core.ceiling.CeilingValue;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.evse.Acknowledgement;
import dev.headroom.core.evse.ChargingNeeds;
import dev.headroom.core.evse.ChargingSession;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.evse.MeasuredCurrent;
import dev.headroom.core.evse.Revision;
import dev.headroom.core.reading.MeterReading;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Any legal value of a topic. */
public class ContractValues extends DomainContextBase {

  @Provide
  Arbitrary<MeterReading> readings() {
    return Combinators.combine(
            names(),
            perPhase(0, MeterReading.LARGEST_MILLIAMPS),
            perPhase(0, 1_000_000).optional(),
            perPhase(Integer.MIN_VALUE, Integer.MAX_VALUE).optional(),
            Arbitraries.longs().optional(),
            instants(),
            instants())
        .as(
            (name, current, voltage, power, sequence, measured, received) ->
                new MeterReading(
                    "site",
                    name,
                    current,
                    voltage,
                    power,
                    sequence.map(OptionalLong::of).orElse(OptionalLong.empty()),
                    measured,
                    received));
  }

  @Provide
  Arbitrary<EvseState> states() {
    Arbitrary<ChargingSession> sessions =
        Combinators.combine(names(), instants(), Arbitraries.of(true, false), needs())
            .as(ChargingSession::new);
    Arbitrary<Acknowledgement> acknowledgements =
        Combinators.combine(milliamps(), revisions(), instants()).as(Acknowledgement::new);
    Arbitrary<MeasuredCurrent> measured =
        Combinators.combine(perPhase(0, 1_000_000), instants()).as(MeasuredCurrent::new);
    return Combinators.combine(
            names(),
            Arbitraries.longs().greaterOrEqual(0).optional(),
            instants(),
            sessions.optional(),
            acknowledgements.optional(),
            revisions().optional(),
            measured.optional(),
            Arbitraries.integers().between(0, 15))
        .as(
            (name, epoch, at, session, acknowledged, settled, current, flags) ->
                new EvseState(
                    "site",
                    name,
                    epoch.map(OptionalLong::of).orElse(OptionalLong.empty()),
                    at,
                    (flags & 1) > 0,
                    session,
                    acknowledged,
                    settled,
                    current,
                    (flags & 2) > 0,
                    (flags & 4) > 0,
                    (flags & 8) > 0));
  }

  private static Arbitrary<ChargingNeeds> needs() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 10_000_000).optional(), instants().optional())
        .as(
            (wattHours, departure) ->
                new ChargingNeeds(
                    wattHours.map(OptionalLong::of).orElse(OptionalLong.empty()), departure));
  }

  @Provide
  Arbitrary<LimitsRecord> limits() {
    return Arbitraries.oneOf(
        Combinators.combine(allocations(), instants().optional()).as(SiteLimits::new), leases());
  }

  private Arbitrary<OwnerLease> leases() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 100),
            Arbitraries.longs().greaterOrEqual(0).optional(),
            names(),
            instants(),
            Arbitraries.longs().between(1, Duration.ofHours(1).toNanos()).map(Duration::ofNanos))
        .as(
            (partition, epoch, name, renewed, lease) ->
                new OwnerLease(
                    partition,
                    epoch.map(OptionalLong::of).orElse(OptionalLong.empty()),
                    name,
                    renewed,
                    lease));
  }

  private Arbitrary<Allocation> allocations() {
    Arbitrary<Reason> reasons =
        Combinators.combine(
                Arbitraries.of(Reason.Kind.class),
                names().optional(),
                Arbitraries.of(Phase.class).optional(),
                milliamps().optional(),
                Arbitraries.of(true, false))
            .as(
                (kind, circuit, phase, bound, isCurrent) -> {
                  Reason reason = new Reason(kind, circuit, phase);
                  return bound
                      .map(it -> isCurrent ? reason.withinMilliamps(it) : reason.withinWatts(it))
                      .orElse(reason);
                });
    Arbitrary<EvseLimit> limits =
        Combinators.combine(names(), milliamps(), reasons).as(EvseLimit::new);
    Arbitrary<CircuitLoad.Sharing> sharing =
        Combinators.combine(Arbitraries.integers().between(0, 1000), milliamps())
            .as(CircuitLoad.Sharing::new);
    Arbitrary<CircuitLoad> loads =
        Combinators.combine(
                names(),
                Arbitraries.of(Phase.class),
                milliamps(),
                milliamps().optional(),
                Arbitraries.integers(),
                milliamps(),
                sharing.optional())
            .as(
                (name, phase, limit, measured, base, most, who) ->
                    new CircuitLoad(
                        name,
                        phase,
                        limit,
                        measured.map(OptionalInt::of).orElse(OptionalInt.empty()),
                        base,
                        most,
                        who));
    return Combinators.combine(
            names(),
            revisions(),
            Arbitraries.longs(),
            instants(),
            limits.list().uniqueElements(EvseLimit::evse).ofMaxSize(5),
            loads.list().ofMaxSize(5))
        .as(Allocation::new);
  }

  @Provide
  Arbitrary<Ceiling> ceilings() {
    Arbitrary<CeilingValue> values =
        Arbitraries.oneOf(
            milliamps().map(CeilingValue.Watts::new), milliamps().map(CeilingValue.Amperes::new));
    Arbitrary<CeilingInterval> intervals =
        Combinators.combine(instants(), Arbitraries.integers().greaterOrEqual(1), values)
            .as(
                (start, seconds, value) ->
                    new CeilingInterval(start, start.plusSeconds(seconds), value));
    return Combinators.combine(
            names(), names(), Arbitraries.of(true, false), intervals.list().ofMaxSize(4))
        .as(Ceiling::new);
  }

  @Provide
  Arbitrary<DeadLetter> deadLetters() {
    Arbitrary<Optional<String>> values =
        Arbitraries.strings()
            .map(text -> Base64.getEncoder().encodeToString(text.getBytes(UTF_8)))
            .optional();
    return Combinators.combine(
            Arbitraries.integers().greaterOrEqual(0),
            Arbitraries.longs().greaterOrEqual(0),
            Arbitraries.strings().optional(),
            values,
            Arbitraries.strings(),
            instants())
        .as(
            (partition, offset, key, value, reason, at) ->
                new DeadLetter(
                    "headroom.limits", partition, offset, key, value, reason, "allocator", at));
  }

  private static Arbitrary<String> names() {
    return Arbitraries.strings().withCharRange('a', 'z').numeric().ofMinLength(1).ofMaxLength(63);
  }

  private static Arbitrary<Integer> milliamps() {
    return Arbitraries.integers().greaterOrEqual(0);
  }

  private static Arbitrary<PerPhase> perPhase(int least, int most) {
    return Arbitraries.maps(
            Arbitraries.of(Phase.class), Arbitraries.integers().between(least, most))
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(PerPhase::new);
  }

  private static Arbitrary<Revision> revisions() {
    Arbitrary<Long> counts = Arbitraries.longs().greaterOrEqual(0);
    return Combinators.combine(counts, counts).as(Revision::new);
  }

  private static Arbitrary<Instant> instants() {
    return Combinators.combine(
            Arbitraries.longs().between(-1_000_000_000L, 8_000_000_000L),
            Arbitraries.integers().between(0, 999_999_999))
        .as(Instant::ofEpochSecond);
  }
}
