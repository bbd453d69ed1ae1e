package dev.headroom.contract.codec;

import dev.headroom.contract.wire.WireReasonKind;
import dev.headroom.core.allocation.Reason;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Kinds of reasons on the wire: the same names behind a prefix. */
final class ReasonKinds {

  private static final String PREFIX = "WIRE_REASON_KIND_";

  private static final Map<WireReasonKind, Reason.Kind> BY_WIRE =
      new EnumMap<>(
          Arrays.stream(Reason.Kind.values())
              .collect(Collectors.toMap(ReasonKinds::toWire, Function.identity())));

  private ReasonKinds() {}

  static WireReasonKind toWire(Reason.Kind kind) {
    return WireReasonKind.valueOf(PREFIX + kind.name());
  }

  static Reason.Kind fromWire(WireReasonKind wire) {
    Reason.Kind kind = BY_WIRE.get(wire);
    if (kind == null) {
      throw new IllegalArgumentException("the reason's kind is absent or unknown");
    }
    return kind;
  }
}
