package dev.headroom.simulator.ocpp.session;

/** Why a station boots. */
public enum BootCause {
  POWER_UP,
  RESET,
  TRIGGERED
}
