package dev.headroom.gateway.socket;

import dev.headroom.core.evse.Acknowledgement;
import dev.headroom.core.evse.Revision;
import java.util.HashMap;
import java.util.Map;

/** Tells the first acknowledgement of each allocation from its repetitions. */
final class DeliveryClock {

  private final Map<String, Revision> told = new HashMap<>();

  boolean first(String evse, Acknowledgement acknowledgement) {
    return !acknowledgement.revision().equals(told.put(evse, acknowledgement.revision()));
  }
}
