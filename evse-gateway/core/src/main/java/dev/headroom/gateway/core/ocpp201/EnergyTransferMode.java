package dev.headroom.gateway.core.ocpp201;

/** How a vehicle takes its energy. Spelt as on the wire. */
public enum EnergyTransferMode {
  DC,
  AC_single_phase,
  AC_two_phase,
  AC_three_phase
}
