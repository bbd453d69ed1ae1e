package dev.headroom.trial.gateway;

/**
 * A call of OCPP-J 1.6 (§4.2.1).
 *
 * @param payload its JSON object
 */
record Call(String action, String payload) {

  String text(String messageId) {
    return text(messageId, action, payload);
  }

  static String text(String messageId, String action, String payload) {
    return "[2,\"" + messageId + "\",\"" + action + "\"," + payload + "]";
  }
}
