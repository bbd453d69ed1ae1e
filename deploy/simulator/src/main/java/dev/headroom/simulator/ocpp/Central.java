package dev.headroom.simulator.ocpp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The central system as a connector sees it. */
interface Central {

  /** Connected, and its boot was accepted on this connection. */
  boolean registered();

  /** It was accepted once, so that the station may start sessions while the link is down. */
  boolean everRegistered();

  void call(String action, JsonNode payload, Consumer<JsonNode> answered);

  /** As {@link #call}, but never lost. */
  void keep(
      String action, Supplier<Optional<? extends JsonNode>> payload, Consumer<JsonNode> answered);
}
