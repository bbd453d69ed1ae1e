package dev.headroom.gateway.ocppj;

import dev.headroom.gateway.core.rpc.ErrorCode;
import dev.headroom.gateway.core.rpc.Frame;

/** What a text on a socket turned out to be. */
public sealed interface Inbound {

  /**
   * A frame.
   *
   * @param unknownFields fields no specification names; they were left out
   */
  record Understood(Frame frame, int unknownFields) implements Inbound {}

  /** A call that is answered with a CALLERROR, because of what it says or how. */
  record Refused(String messageId, ErrorCode code, String description) implements Inbound {}

  /** An answer to a call that is ours and still waits, but with a payload that cannot be read. */
  record BadAnswer(String messageId, String description) implements Inbound {}

  /** An answer to nothing that still waits: late, or invented. */
  record Unasked(String messageId) implements Inbound {}

  /** Nothing that can be answered. */
  record Noise(String description) implements Inbound {}
}
