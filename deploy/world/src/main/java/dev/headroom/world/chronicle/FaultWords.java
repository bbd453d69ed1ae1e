package dev.headroom.world.chronicle;

import dev.headroom.world.fault.Fault;
import dev.headroom.world.fault.FaultKind;
import java.util.Locale;

/** Faults in words. */
public final class FaultWords {

  private FaultWords() {}

  /** Such as {@code meter silent}. */
  public static String of(FaultKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Such as {@code meter silent (service)}. */
  public static String of(Fault fault) {
    return of(fault.kind()) + (fault.target().isEmpty() ? "" : " (" + fault.target() + ")");
  }
}
