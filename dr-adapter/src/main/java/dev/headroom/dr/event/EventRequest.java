package dev.headroom.dr.event;

import java.util.List;

/** A request for an event, as it was understood or not. */
public sealed interface EventRequest {

  /**
   * Nothing is wrong with it.
   *
   * @param startsNow whether it left the start to us; a repetition then starts another instant
   */
  record Read(DrEvent event, boolean startsNow) implements EventRequest {}

  /** Everything that is wrong with it. */
  record Refused(List<Fault> faults) implements EventRequest {
    public Refused {
      faults = List.copyOf(faults);
    }
  }
}
