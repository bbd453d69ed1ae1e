package dev.headroom.simulator.ocpp.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The central system as a station's parts see it. */
public interface Central {

  /** Connected, and the station's boot was accepted on this connection or an earlier one. */
  boolean registered();

  /** It was accepted once, so that the station may start sessions while the link is down. */
  boolean everRegistered();

  void call(String action, JsonNode payload, Consumer<JsonNode> answered);

  /** As {@link #call}, but never lost. */
  void keep(
      String action, Supplier<Optional<? extends JsonNode>> payload, Consumer<JsonNode> answered);

  /** Kept over a lost link as long as there is room. */
  void keepIfRoom(String action, JsonNode payload);
}
