package dev.headroom.core.electrical;

import java.util.Arrays;
import java.util.Optional;

/** How a transformer's windings are connected, in IEC 60076-1's notation. */
public enum VectorGroup {
  /** Delta to wye with neutral, the secondary 30° behind. */
  DYN1("Dyn1"),
  /** Delta to wye with neutral, the secondary 30° ahead. */
  DYN11("Dyn11"),
  /** Wye to wye, both with neutral. */
  YYN0("Yyn0"),
  /** Delta to delta, with or without a tap in the middle of a secondary winding. */
  DD0("Dd0"),
  /** One winding between two lines to split phase. */
  II0("Ii0");

  private final String notation;

  VectorGroup(String notation) {
    this.notation = notation;
  }

  /** As on a nameplate, such as {@code Dyn11}. */
  public String notation() {
    return notation;
  }

  /** The group written so, if there is one. */
  public static Optional<VectorGroup> of(String notation) {
    return Arrays.stream(values()).filter(group -> group.notation.equals(notation)).findFirst();
  }

  boolean connects(SupplySystem primary, SupplySystem secondary) {
    boolean threeLines = primary.phases().size() == 3;
    return switch (this) {
      case DYN1, DYN11 -> threeLines && secondary.isWye();
      case YYN0 -> primary.isWye() && secondary.isWye();
      case DD0 -> threeLines && secondary.phases().size() == 3 && !secondary.isWye();
      case II0 -> secondary == SupplySystem.SPLIT_PHASE;
    };
  }

  /** What it can be wound between, in words. */
  String needs() {
    return switch (this) {
      case DYN1, DYN11 -> "three primary lines and a three-phase wye secondary";
      case YYN0 -> "a three-phase wye on both sides";
      case DD0 -> "three primary lines and a delta secondary";
      case II0 -> "a 120/240 secondary";
    };
  }
}
