package dev.headroom.gateway.core.rpc;

/**
 * A message on the socket; OCPP-J 1.6 §4, 2.0.1 part 4 §4. Its text is an array of at most 64 KiB.
 */
public sealed interface Frame {

  /** At most 36 characters; an answer bears its call's. */
  String messageId();

  /** Type 2. */
  record Call(String messageId, Request payload) implements Frame {}

  /** Type 3. */
  record CallResult(String messageId, Response payload) implements Frame {}

  /** Type 4. */
  record CallError(String messageId, ErrorCode code, String description) implements Frame {}
}
