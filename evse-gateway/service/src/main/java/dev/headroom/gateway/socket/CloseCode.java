package dev.headroom.gateway.socket;

import io.quarkus.websockets.next.CloseReason;

/** Why we close a socket; RFC 6455 §7.4.1. */
final class CloseCode {

  static final CloseReason GOING_AWAY = new CloseReason(1001, "the gateway stops");
  static final CloseReason WRONG_SUBPROTOCOL =
      new CloseReason(1002, "speak subprotocol ocpp2.0.1 or ocpp1.6");
  static final CloseReason NO_SUBPROTOCOL =
      new CloseReason(
          1002, "name subprotocol ocpp2.0.1 or ocpp1.6, or register a defaultOcppVersion");
  static final CloseReason NO_TEXT = new CloseReason(1003, "OCPP-J messages are text");
  static final CloseReason DISPLACED = new CloseReason(1008, "the station opened another socket");
  static final CloseReason NEW_PASSWORD = new CloseReason(1001, "come back with the new password");
  static final CloseReason LINK_CUT = new CloseReason(1001, "a link-cut test");
  static final CloseReason DISMISSED = new CloseReason(1008, "the station was removed");
  static final CloseReason BROKEN_FRAME = new CloseReason(1002, "a broken frame");
  static final CloseReason TOO_LONG = new CloseReason(1009, "a message has at most 64 KiB");
  static final CloseReason TOO_FAST = new CloseReason(1008, "too many messages wait");
  static final CloseReason TOO_MUCH_NOISE = new CloseReason(1008, "too many unreadable messages");
  static final CloseReason SILENT = new CloseReason(1001, "nothing was heard for too long");
  static final CloseReason BROKEN = new CloseReason(1011, "a fault of the gateway");

  private CloseCode() {}
}
