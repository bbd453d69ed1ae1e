package dev.headroom.contract.codec;

import dev.headroom.contract.wire.WireReasonKind;
import dev.headroom.core.allocation.Reason;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Kinds of reasons on the wire; a new one does not compile until it has its number there. */
final class ReasonKinds {

  private static final Map<WireReasonKind, Reason.Kind> BY_WIRE =
      new EnumMap<>(
          Arrays.stream(Reason.Kind.values())
              .collect(Collectors.toMap(ReasonKinds::toWire, Function.identity())));

  private ReasonKinds() {}

  static WireReasonKind toWire(Reason.Kind kind) {
    return switch (kind) {
      case RATED_MAXIMUM -> WireReasonKind.WIRE_REASON_KIND_RATED_MAXIMUM;
      case FAIR_SHARE -> WireReasonKind.WIRE_REASON_KIND_FAIR_SHARE;
      case TRANSFORMER -> WireReasonKind.WIRE_REASON_KIND_TRANSFORMER;
      case NEUTRAL -> WireReasonKind.WIRE_REASON_KIND_NEUTRAL;
      case BLIND_TIME -> WireReasonKind.WIRE_REASON_KIND_BLIND_TIME;
      case CEILING -> WireReasonKind.WIRE_REASON_KIND_CEILING;
      case DEMAND_CAP -> WireReasonKind.WIRE_REASON_KIND_DEMAND_CAP;
      case IDLE -> WireReasonKind.WIRE_REASON_KIND_IDLE;
      case SATISFIED -> WireReasonKind.WIRE_REASON_KIND_SATISFIED;
      case WAITS_FOR_ROOM -> WireReasonKind.WIRE_REASON_KIND_WAITS_FOR_ROOM;
      case RAISE_HELD -> WireReasonKind.WIRE_REASON_KIND_RAISE_HELD;
      case WAKE_UP -> WireReasonKind.WIRE_REASON_KIND_WAKE_UP;
      case STAGGERED_START -> WireReasonKind.WIRE_REASON_KIND_STAGGERED_START;
      case METER_MISSING -> WireReasonKind.WIRE_REASON_KIND_METER_MISSING;
      case OFFLINE -> WireReasonKind.WIRE_REASON_KIND_OFFLINE;
      case DISOBEYS -> WireReasonKind.WIRE_REASON_KIND_DISOBEYS;
      case TAKE_OVER -> WireReasonKind.WIRE_REASON_KIND_TAKE_OVER;
      case FALLBACK -> WireReasonKind.WIRE_REASON_KIND_FALLBACK;
      case LOCKED_OFF -> WireReasonKind.WIRE_REASON_KIND_LOCKED_OFF;
    };
  }

  static Reason.Kind fromWire(WireReasonKind wire) {
    Reason.Kind kind = BY_WIRE.get(wire);
    if (kind == null) {
      throw new IllegalArgumentException("the reason's kind is absent or unknown");
    }
    return kind;
  }
}
