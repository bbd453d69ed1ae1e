package dev.headroom.gateway.core.ocpp16;

import java.util.Set;

/** Operations of OCPP 1.6 and its security extension that are not spoken here. */
public final class Unoffered {

  private static final Set<String> NAMES =
      Set.of(
          "CancelReservation",
          "CertificateSigned",
          "ChangeAvailability",
          "ClearCache",
          "DeleteCertificate",
          "ExtendedTriggerMessage",
          "GetDiagnostics",
          "GetInstalledCertificateIds",
          "GetLocalListVersion",
          "GetLog",
          "InstallCertificate",
          "RemoteStartTransaction",
          "ReserveNow",
          "Reset",
          "SendLocalList",
          "SignCertificate",
          "SignedUpdateFirmware",
          "UnlockConnector",
          "UpdateFirmware");

  private Unoffered() {}

  /** Whether the specification has an operation of this name. */
  public static boolean has(String wireName) {
    return NAMES.contains(wireName);
  }
}
