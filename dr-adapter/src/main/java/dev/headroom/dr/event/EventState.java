package dev.headroom.dr.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where an event is in its life. */
public enum EventState {
  SCHEDULED,
  ACTIVE,
  ENDED,
  CANCELLED;

  /** As in the interface, such as {@code active}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<EventState> of(String label) {
    return Arrays.stream(values()).filter(state -> state.label().equals(label)).findFirst();
  }
}
