package dev.headroom.contract.codec;

import static dev.headroom.contract.codec.WireParts.instant;
import static dev.headroom.contract.codec.WireParts.optional;
import static dev.headroom.contract.codec.WireParts.present;
import static dev.headroom.contract.codec.WireParts.unixNanos;

import dev.headroom.contract.limits.LimitsRecord;
import dev.headroom.contract.limits.LimitsRecord.OwnerLease;
import dev.headroom.contract.limits.LimitsRecord.SiteLimits;
import dev.headroom.contract.wire.WireAllocation;
import dev.headroom.contract.wire.WireLimitsRecord;
import dev.headroom.contract.wire.WireOwnerLease;
import java.time.Duration;
import java.util.OptionalLong;

/** Allocations and owner leases on the wire. */
final class LimitsWire {

  private LimitsWire() {}

  static WireLimitsRecord toWire(LimitsRecord record) {
    WireLimitsRecord.Builder wire = WireLimitsRecord.newBuilder();
    return switch (record) {
      case SiteLimits limits -> wire.setAllocation(toWire(limits)).build();
      case OwnerLease lease -> wire.setOwnerLease(toWire(lease)).build();
    };
  }

  static LimitsRecord fromWire(WireLimitsRecord wire) {
    return switch (wire.getRecordCase()) {
      case ALLOCATION -> fromWire(wire.getAllocation());
      case OWNER_LEASE -> fromWire(wire.getOwnerLease());
      case RECORD_NOT_SET ->
          throw new IllegalArgumentException("neither an allocation nor an owner's lease");
    };
  }

  private static WireAllocation toWire(SiteLimits limits) {
    WireAllocation wire = AllocationWire.toWire(limits.allocation());
    return limits
        .oldestReadingAt()
        .map(at -> wire.toBuilder().setOldestReadingUnixNanos(unixNanos(at)).build())
        .orElse(wire);
  }

  private static SiteLimits fromWire(WireAllocation wire) {
    return new SiteLimits(
        AllocationWire.fromWire(wire),
        optional(wire.hasOldestReadingUnixNanos(), wire.getOldestReadingUnixNanos())
            .map(WireParts::instant));
  }

  private static WireOwnerLease toWire(OwnerLease lease) {
    WireOwnerLease.Builder wire =
        WireOwnerLease.newBuilder()
            .setPartition(lease.partition())
            .setInstance(lease.instance())
            .setRenewedAtUnixNanos(unixNanos(lease.renewedAt()))
            .setLeaseNanos(lease.lease().toNanos());
    lease.epoch().ifPresentOrElse(wire::setEpoch, () -> wire.setOpensOwnership(true));
    return wire.build();
  }

  private static OwnerLease fromWire(WireOwnerLease wire) {
    return new OwnerLease(
        present(wire.hasPartition(), wire.getPartition(), "partition"),
        epoch(wire),
        present(wire.hasInstance(), wire.getInstance(), "instance"),
        instant(present(wire.hasRenewedAtUnixNanos(), wire.getRenewedAtUnixNanos(), "renewed at")),
        Duration.ofNanos(present(wire.hasLeaseNanos(), wire.getLeaseNanos(), "lease")));
  }

  private static OptionalLong epoch(WireOwnerLease wire) {
    return switch (wire.getOwnershipCase()) {
      case OPENS_OWNERSHIP -> Opening.declared(wire.getOpensOwnership(), "ownership");
      case EPOCH -> Opening.epoch(wire.getEpoch(), "ownership");
      case OWNERSHIP_NOT_SET ->
          throw new IllegalArgumentException("the owner's epoch is absent and not declared so");
    };
  }
}
