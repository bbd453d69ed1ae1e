package dev.headroom.contract.codec;

import dev.headroom.contract.wire.WirePerPhase;
import dev.headroom.contract.wire.WirePhase;
import dev.headroom.contract.wire.WireRevision;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.evse.Revision;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The parts several messages share; every failure is an {@link IllegalArgumentException}. */
final class WireParts {

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private WireParts() {}

  /** The value of a field that must be there. */
  static <V> V present(boolean there, V value, String field) {
    if (!there) {
      throw new IllegalArgumentException(field + " is absent");
    }
    return value;
  }

  static int notNegative(int value, String field) {
    if (value < 0) {
      throw new IllegalArgumentException(field + " is negative: " + value);
    }
    return value;
  }

  static String notBlank(String value, String field) {
    if (value.isBlank() || value.length() > 255) {
      throw new IllegalArgumentException(field + " must have 1 to 255 characters");
    }
    return value;
  }

  static <V> Optional<V> optional(boolean there, V value) {
    return there ? Optional.of(value) : Optional.empty();
  }

  static OptionalInt optionalInt(boolean there, int value) {
    return there ? OptionalInt.of(value) : OptionalInt.empty();
  }

  static OptionalLong optionalLong(boolean there, long value) {
    return there ? OptionalLong.of(value) : OptionalLong.empty();
  }

  /** Exact from 1677 to 2262; an {@link ArithmeticException} beyond. */
  static long unixNanos(Instant at) {
    return Math.addExact(Math.multiplyExact(at.getEpochSecond(), NANOS_PER_SECOND), at.getNano());
  }

  static Instant instant(long unixNanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(unixNanos, NANOS_PER_SECOND), Math.floorMod(unixNanos, NANOS_PER_SECOND));
  }

  static WirePerPhase perPhase(PerPhase values) {
    WirePerPhase.Builder wire = WirePerPhase.newBuilder();
    values
        .values()
        .forEach(
            (phase, value) -> {
              switch (phase) {
                case L1 -> wire.setL1(value);
                case L2 -> wire.setL2(value);
                case L3 -> wire.setL3(value);
              }
            });
    return wire.build();
  }

  static PerPhase perPhase(WirePerPhase wire) {
    Map<Phase, Integer> values = new EnumMap<>(Phase.class);
    if (wire.hasL1()) {
      values.put(Phase.L1, wire.getL1());
    }
    if (wire.hasL2()) {
      values.put(Phase.L2, wire.getL2());
    }
    if (wire.hasL3()) {
      values.put(Phase.L3, wire.getL3());
    }
    return new PerPhase(values);
  }

  static PerPhase notNegative(PerPhase values, String field) {
    values.values().values().forEach(value -> notNegative(value, field));
    return values;
  }

  static WirePhase phase(Phase phase) {
    return switch (phase) {
      case L1 -> WirePhase.WIRE_PHASE_L1;
      case L2 -> WirePhase.WIRE_PHASE_L2;
      case L3 -> WirePhase.WIRE_PHASE_L3;
    };
  }

  static Phase phase(WirePhase wire) {
    return switch (wire) {
      case WIRE_PHASE_L1 -> Phase.L1;
      case WIRE_PHASE_L2 -> Phase.L2;
      case WIRE_PHASE_L3 -> Phase.L3;
      case WIRE_PHASE_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("phase is absent or unknown");
    };
  }

  static WireRevision revision(Revision revision) {
    return WireRevision.newBuilder()
        .setEpoch(revision.epoch())
        .setSequence(revision.sequence())
        .build();
  }

  static Revision revision(WireRevision wire) {
    return new Revision(
        present(wire.hasEpoch(), wire.getEpoch(), "epoch"),
        present(wire.hasSequence(), wire.getSequence(), "sequence"));
  }
}
