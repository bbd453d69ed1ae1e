package dev.headroom.gateway.core.linkcut;

import dev.headroom.gateway.core.dialect.StationIdentity;
import java.util.List;

/** Whether a station can be tested now. */
public sealed interface Readiness {

  /**
   * It can.
   *
   * @param identity what is tested
   * @param expectations of at least one EVSE
   */
  record Ready(StationIdentity identity, List<Expectation> expectations) implements Readiness {
    public Ready {
      expectations = List.copyOf(expectations);
    }
  }

  /** It cannot; what to do about it. */
  record NotReady(String remedy) implements Readiness {}
}
