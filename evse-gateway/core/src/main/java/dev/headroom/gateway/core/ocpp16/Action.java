package dev.headroom.gateway.core.ocpp16;

import dev.headroom.gateway.core.rpc.ErrorCode;
import dev.headroom.gateway.core.rpc.Request;
import dev.headroom.gateway.core.rpc.Response;
import java.util.Arrays;
import java.util.Optional;

/** The operations of OCPP 1.6 spoken here, with the types of their payloads. */
public enum Action implements dev.headroom.gateway.core.rpc.Action {
  AUTHORIZE("Authorize", Authorize.Req.class, Authorize.Conf.class),
  BOOT_NOTIFICATION("BootNotification", BootNotification.Req.class, BootNotification.Conf.class),
  CHANGE_CONFIGURATION(
      "ChangeConfiguration", ChangeConfiguration.Req.class, ChangeConfiguration.Conf.class),
  CLEAR_CHARGING_PROFILE(
      "ClearChargingProfile", ClearChargingProfile.Req.class, ClearChargingProfile.Conf.class),
  DATA_TRANSFER("DataTransfer", DataTransfer.Req.class, DataTransfer.Conf.class),
  DIAGNOSTICS_STATUS_NOTIFICATION(
      "DiagnosticsStatusNotification",
      DiagnosticsStatusNotification.Req.class,
      DiagnosticsStatusNotification.Conf.class),
  FIRMWARE_STATUS_NOTIFICATION(
      "FirmwareStatusNotification",
      FirmwareStatusNotification.Req.class,
      FirmwareStatusNotification.Conf.class),
  GET_COMPOSITE_SCHEDULE(
      "GetCompositeSchedule", GetCompositeSchedule.Req.class, GetCompositeSchedule.Conf.class),
  GET_CONFIGURATION("GetConfiguration", GetConfiguration.Req.class, GetConfiguration.Conf.class),
  HEARTBEAT("Heartbeat", Heartbeat.Req.class, Heartbeat.Conf.class),
  LOG_STATUS_NOTIFICATION(
      "LogStatusNotification", LogStatusNotification.Req.class, LogStatusNotification.Conf.class),
  METER_VALUES("MeterValues", MeterValues.Req.class, MeterValues.Conf.class),
  REMOTE_STOP_TRANSACTION(
      "RemoteStopTransaction", RemoteStopTransaction.Req.class, RemoteStopTransaction.Conf.class),
  SECURITY_EVENT_NOTIFICATION(
      "SecurityEventNotification",
      SecurityEventNotification.Req.class,
      SecurityEventNotification.Conf.class),
  SET_CHARGING_PROFILE(
      "SetChargingProfile", SetChargingProfile.Req.class, SetChargingProfile.Conf.class),
  SIGNED_FIRMWARE_STATUS_NOTIFICATION(
      "SignedFirmwareStatusNotification",
      SignedFirmwareStatusNotification.Req.class,
      SignedFirmwareStatusNotification.Conf.class),
  START_TRANSACTION("StartTransaction", StartTransaction.Req.class, StartTransaction.Conf.class),
  STATUS_NOTIFICATION(
      "StatusNotification", StatusNotification.Req.class, StatusNotification.Conf.class),
  STOP_TRANSACTION("StopTransaction", StopTransaction.Req.class, StopTransaction.Conf.class),
  TRIGGER_MESSAGE("TriggerMessage", TriggerMessage.Req.class, TriggerMessage.Conf.class);

  private final String wireName;
  private final Class<? extends Request> request;
  private final Class<? extends Response> response;

  Action(String wireName, Class<? extends Request> request, Class<? extends Response> response) {
    this.wireName = wireName;
    this.request = request;
    this.response = response;
  }

  /** The action named so on the wire; empty means {@link ErrorCode#NOT_IMPLEMENTED}. */
  public static Optional<Action> named(String wireName) {
    return Arrays.stream(values()).filter(action -> action.wireName.equals(wireName)).findFirst();
  }

  @Override
  public String wireName() {
    return wireName;
  }

  @Override
  public Class<? extends Request> request() {
    return request;
  }

  @Override
  public Class<? extends Response> response() {
    return response;
  }

  @Override
  public boolean fromStation() {
    return FromStation.class.isAssignableFrom(request);
  }
}
