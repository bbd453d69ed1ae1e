package dev.headroom.gateway.core.ocpp201;

import java.util.Set;

/** Operations of OCPP 2.0.1 that are not spoken here. */
public final class Unoffered {

  private static final Set<String> NAMES =
      Set.of(
          "CancelReservation",
          "CertificateSigned",
          "ChangeAvailability",
          "ClearCache",
          "ClearDisplayMessage",
          "ClearVariableMonitoring",
          "CostUpdated",
          "CustomerInformation",
          "DeleteCertificate",
          "Get15118EVCertificate",
          "GetBaseReport",
          "GetCertificateStatus",
          "GetDisplayMessages",
          "GetInstalledCertificateIds",
          "GetLocalListVersion",
          "GetLog",
          "GetMonitoringReport",
          "GetReport",
          "GetTransactionStatus",
          "InstallCertificate",
          "NotifyCustomerInformation",
          "NotifyDisplayMessages",
          "NotifyMonitoringReport",
          "PublishFirmware",
          "PublishFirmwareStatusNotification",
          "RequestStartTransaction",
          "ReservationStatusUpdate",
          "ReserveNow",
          "Reset",
          "SendLocalList",
          "SetDisplayMessage",
          "SetMonitoringBase",
          "SetMonitoringLevel",
          "SetNetworkProfile",
          "SetVariableMonitoring",
          "SignCertificate",
          "UnlockConnector",
          "UnpublishFirmware",
          "UpdateFirmware");

  private Unoffered() {}

  /** Whether the specification has an operation of this name. */
  public static boolean has(String wireName) {
    return NAMES.contains(wireName);
  }
}
