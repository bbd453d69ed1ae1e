package dev.headroom.simulator.ocpp;

import dev.headroom.actors.profile.ProfileRules;

/** A version of OCPP that a station may speak. */
public enum OcppVersion {
  V1_6("1.6", "ocpp1.6", ProfileRules.OCPP_1_6),
  V2_0_1("2.0.1", "ocpp2.0.1", ProfileRules.OCPP_2_0_1);

  private final String number;
  private final String subprotocol;
  private final ProfileRules profileRules;

  OcppVersion(String number, String subprotocol, ProfileRules profileRules) {
    this.number = number;
    this.subprotocol = subprotocol;
    this.profileRules = profileRules;
  }

  /** As people write it, such as {@code 2.0.1}. */
  public String number() {
    return number;
  }

  /** Of the WebSocket. */
  public String subprotocol() {
    return subprotocol;
  }

  public ProfileRules profileRules() {
    return profileRules;
  }
}
