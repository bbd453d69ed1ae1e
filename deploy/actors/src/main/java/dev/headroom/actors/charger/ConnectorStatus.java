package dev.headroom.actors.charger;

/** How a connector is, as far as a healthy charger goes: ChargePointStatus of OCPP 1.6. */
public enum ConnectorStatus {
  AVAILABLE("Available"),
  PREPARING("Preparing"),
  CHARGING("Charging"),
  SUSPENDED_EVSE("SuspendedEVSE"),
  SUSPENDED_EV("SuspendedEV"),
  FINISHING("Finishing");

  private final String ocppName;

  ConnectorStatus(String ocppName) {
    this.ocppName = ocppName;
  }

  public String ocppName() {
    return ocppName;
  }
}
