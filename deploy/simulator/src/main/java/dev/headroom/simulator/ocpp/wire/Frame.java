package dev.headroom.simulator.ocpp.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** A message of OCPP-J (OCPP 1.6J §4.2): call, result, error. */
public sealed interface Frame {

  String id();

  record Call(String id, String action, JsonNode payload) implements Frame {}

  record Result(String id, JsonNode payload) implements Frame {}

  record Fault(String id, String code, String description) implements Frame {}
}
