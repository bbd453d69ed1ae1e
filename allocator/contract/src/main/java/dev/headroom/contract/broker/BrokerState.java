package dev.headroom.contract.broker;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is known of the broker. Unknown is told apart from both there and lost. */
public sealed interface BrokerState {

  /** It was not asked yet. */
  record Unasked() implements BrokerState {}

  /** It answers since then. */
  record Reachable(Instant since) implements BrokerState {}

  /** It does not answer since then, and why the last question failed. */
  record Lost(Instant since, String error) implements BrokerState {}

  /** In words for a health check, by name. */
  default Map<String, String> told() {
    Map<String, String> told = new LinkedHashMap<>();
    switch (this) {
      case Unasked unasked -> told.put("broker", "not asked yet");
      case Reachable reachable -> {
        told.put("broker", "reachable");
        told.put("broker.since", reachable.since().toString());
      }
      case Lost lost -> {
        told.put("broker", "lost");
        told.put("broker.since", lost.since().toString());
        told.put("broker.error", lost.error());
      }
    }
    return told;
  }
}
