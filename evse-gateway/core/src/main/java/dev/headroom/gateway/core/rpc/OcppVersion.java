package dev.headroom.gateway.core.rpc;

import java.util.Arrays;
import java.util.Optional;

/** The versions of OCPP-J that are spoken, the preferred one first. */
public enum OcppVersion {
  OCPP_2_0_1("2.0.1"),
  OCPP_1_6("1.6");

  private final String number;

  OcppVersion(String number) {
    this.number = number;
  }

  /** {@code 1.6} or {@code 2.0.1}. */
  public String number() {
    return number;
  }

  /** The WebSocket subprotocol, as the handshake names it. */
  public String subprotocol() {
    return "ocpp" + number;
  }

  public static Optional<OcppVersion> numbered(String number) {
    return Arrays.stream(values()).filter(known -> known.number.equals(number)).findFirst();
  }

  public static Optional<OcppVersion> ofSubprotocol(String subprotocol) {
    return Arrays.stream(values())
        .filter(known -> known.subprotocol().equals(subprotocol))
        .findFirst();
  }
}
