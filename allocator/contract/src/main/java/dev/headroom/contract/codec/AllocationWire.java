package dev.headroom.contract.codec;

import static dev.headroom.contract.codec.WireParts.instant;
import static dev.headroom.contract.codec.WireParts.notNegative;
import static dev.headroom.contract.codec.WireParts.optional;
import static dev.headroom.contract.codec.WireParts.optionalInt;
import static dev.headroom.contract.codec.WireParts.phase;
import static dev.headroom.contract.codec.WireParts.present;
import static dev.headroom.contract.codec.WireParts.revision;
import static dev.headroom.contract.codec.WireParts.unixNanos;

import dev.headroom.contract.wire.WireAllocation;
import dev.headroom.contract.wire.WireCircuitLoad;
import dev.headroom.contract.wire.WireEvseLimit;
import dev.headroom.contract.wire.WireReason;
import dev.headroom.contract.wire.WireSharing;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.CircuitLoad;
import dev.headroom.core.allocation.CircuitLoad.Sharing;
import dev.headroom.core.allocation.EvseLimit;
import dev.headroom.core.allocation.Reason;
import dev.headroom.core.site.Names;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Allocations of sites on the wire. */
final class AllocationWire {

  private AllocationWire() {}

  static WireAllocation toWire(Allocation allocation) {
    return WireAllocation.newBuilder()
        .setSite(allocation.site())
        .setRevision(revision(allocation.revision()))
        .setSiteVersion(allocation.siteVersion())
        .setAtUnixNanos(unixNanos(allocation.at()))
        .addAllLimits(allocation.limits().stream().map(AllocationWire::toWire).toList())
        .addAllCircuits(allocation.circuits().stream().map(AllocationWire::toWire).toList())
        .build();
  }

  static Allocation fromWire(WireAllocation wire) {
    List<EvseLimit> limits = wire.getLimitsList().stream().map(AllocationWire::fromWire).toList();
    Set<String> names = limits.stream().map(EvseLimit::evse).collect(Collectors.toSet());
    if (names.size() < limits.size()) {
      throw new IllegalArgumentException("an EVSE has two limits");
    }
    return new Allocation(
        Names.check("site", present(wire.hasSite(), wire.getSite(), "site")),
        revision(present(wire.hasRevision(), wire.getRevision(), "revision")),
        present(wire.hasSiteVersion(), wire.getSiteVersion(), "site version"),
        instant(present(wire.hasAtUnixNanos(), wire.getAtUnixNanos(), "at")),
        limits,
        wire.getCircuitsList().stream().map(AllocationWire::fromWire).toList());
  }

  private static WireEvseLimit toWire(EvseLimit limit) {
    WireEvseLimit.Builder wire =
        WireEvseLimit.newBuilder()
            .setEvse(limit.evse())
            .setLimitMilliamps(limit.limitMilliamps())
            .setReason(toWire(limit.reason()));
    limit.connection().ifPresent(wire::setConnectionEpoch);
    return wire.build();
  }

  private static EvseLimit fromWire(WireEvseLimit wire) {
    return new EvseLimit(
        Names.check("evse", present(wire.hasEvse(), wire.getEvse(), "evse")),
        present(wire.hasLimitMilliamps(), wire.getLimitMilliamps(), "limit"),
        fromWire(present(wire.hasReason(), wire.getReason(), "reason")),
        wire.hasConnectionEpoch()
            ? Opening.epoch(wire.getConnectionEpoch(), "connection")
            : OptionalLong.empty());
  }

  private static WireReason toWire(Reason reason) {
    WireReason.Builder wire = WireReason.newBuilder().setKind(ReasonKinds.toWire(reason.kind()));
    reason.circuit().ifPresent(wire::setCircuit);
    reason.phase().map(WireParts::phase).ifPresent(wire::setPhase);
    reason.boundMilliamps().ifPresent(wire::setBoundMilliamps);
    reason.boundWatts().ifPresent(wire::setBoundWatts);
    return wire.build();
  }

  private static Reason fromWire(WireReason wire) {
    return new Reason(
        ReasonKinds.fromWire(wire.getKind()),
        optional(wire.hasCircuit(), wire.getCircuit()),
        optional(wire.hasPhase(), wire.getPhase()).map(WireParts::phase),
        optionalInt(wire.hasBoundMilliamps(), wire.getBoundMilliamps()),
        optionalInt(wire.hasBoundWatts(), wire.getBoundWatts()));
  }

  private static WireCircuitLoad toWire(CircuitLoad load) {
    WireCircuitLoad.Builder wire =
        WireCircuitLoad.newBuilder()
            .setCircuit(load.circuit())
            .setPhase(phase(load.phase()))
            .setEffectiveLimitMilliamps(load.effectiveLimitMilliamps())
            .setBaseMilliamps(load.baseMilliamps())
            .setMostMilliamps(load.mostMilliamps());
    load.measuredMilliamps().ifPresent(wire::setMeasuredMilliamps);
    load.sharing().map(AllocationWire::toWire).ifPresent(wire::setSharing);
    return wire.build();
  }

  private static CircuitLoad fromWire(WireCircuitLoad wire) {
    return new CircuitLoad(
        Names.check("circuit", present(wire.hasCircuit(), wire.getCircuit(), "circuit")),
        phase(wire.getPhase()),
        notNegative(
            present(
                wire.hasEffectiveLimitMilliamps(),
                wire.getEffectiveLimitMilliamps(),
                "effective limit"),
            "effective limit"),
        optionalInt(
            wire.hasMeasuredMilliamps(), notNegative(wire.getMeasuredMilliamps(), "measured")),
        present(wire.hasBaseMilliamps(), wire.getBaseMilliamps(), "base"),
        notNegative(present(wire.hasMostMilliamps(), wire.getMostMilliamps(), "most"), "most"),
        optional(wire.hasSharing(), wire.getSharing()).map(AllocationWire::fromWire));
  }

  private static WireSharing toWire(Sharing sharing) {
    return WireSharing.newBuilder()
        .setEvses(sharing.evses())
        .setReservedMilliamps(sharing.reservedMilliamps())
        .build();
  }

  private static Sharing fromWire(WireSharing wire) {
    return new Sharing(
        present(wire.hasEvses(), wire.getEvses(), "number of sharers"),
        present(wire.hasReservedMilliamps(), wire.getReservedMilliamps(), "reserve"));
  }
}
