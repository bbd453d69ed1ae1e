package dev.headroom.gateway.core.ocpp201;

import dev.headroom.gateway.core.rpc.ErrorCode;
import dev.headroom.gateway.core.rpc.Request;
import dev.headroom.gateway.core.rpc.Response;
import java.util.Arrays;
import java.util.Optional;

/** The operations of OCPP 2.0.1 spoken here, with the types of their payloads. */
public enum Action implements dev.headroom.gateway.core.rpc.Action {
  AUTHORIZE("Authorize", Authorize.Req.class, Authorize.Res.class),
  BOOT_NOTIFICATION("BootNotification", BootNotification.Req.class, BootNotification.Res.class),
  CLEAR_CHARGING_PROFILE(
      "ClearChargingProfile", ClearChargingProfile.Req.class, ClearChargingProfile.Res.class),
  CLEARED_CHARGING_LIMIT(
      "ClearedChargingLimit", ClearedChargingLimit.Req.class, ClearedChargingLimit.Res.class),
  DATA_TRANSFER("DataTransfer", DataTransfer.Req.class, DataTransfer.Res.class),
  FIRMWARE_STATUS_NOTIFICATION(
      "FirmwareStatusNotification",
      FirmwareStatusNotification.Req.class,
      FirmwareStatusNotification.Res.class),
  GET_CHARGING_PROFILES(
      "GetChargingProfiles", GetChargingProfiles.Req.class, GetChargingProfiles.Res.class),
  GET_COMPOSITE_SCHEDULE(
      "GetCompositeSchedule", GetCompositeSchedule.Req.class, GetCompositeSchedule.Res.class),
  GET_VARIABLES("GetVariables", GetVariables.Req.class, GetVariables.Res.class),
  HEARTBEAT("Heartbeat", Heartbeat.Req.class, Heartbeat.Res.class),
  LOG_STATUS_NOTIFICATION(
      "LogStatusNotification", LogStatusNotification.Req.class, LogStatusNotification.Res.class),
  METER_VALUES("MeterValues", MeterValues.Req.class, MeterValues.Res.class),
  NOTIFY_CHARGING_LIMIT(
      "NotifyChargingLimit", NotifyChargingLimit.Req.class, NotifyChargingLimit.Res.class),
  NOTIFY_EV_CHARGING_NEEDS(
      "NotifyEVChargingNeeds", NotifyEVChargingNeeds.Req.class, NotifyEVChargingNeeds.Res.class),
  NOTIFY_EV_CHARGING_SCHEDULE(
      "NotifyEVChargingSchedule",
      NotifyEVChargingSchedule.Req.class,
      NotifyEVChargingSchedule.Res.class),
  NOTIFY_EVENT("NotifyEvent", NotifyEvent.Req.class, NotifyEvent.Res.class),
  NOTIFY_REPORT("NotifyReport", NotifyReport.Req.class, NotifyReport.Res.class),
  REPORT_CHARGING_PROFILES(
      "ReportChargingProfiles", ReportChargingProfiles.Req.class, ReportChargingProfiles.Res.class),
  REQUEST_STOP_TRANSACTION(
      "RequestStopTransaction", RequestStopTransaction.Req.class, RequestStopTransaction.Res.class),
  SECURITY_EVENT_NOTIFICATION(
      "SecurityEventNotification",
      SecurityEventNotification.Req.class,
      SecurityEventNotification.Res.class),
  SET_CHARGING_PROFILE(
      "SetChargingProfile", SetChargingProfile.Req.class, SetChargingProfile.Res.class),
  SET_VARIABLES("SetVariables", SetVariables.Req.class, SetVariables.Res.class),
  STATUS_NOTIFICATION(
      "StatusNotification", StatusNotification.Req.class, StatusNotification.Res.class),
  TRANSACTION_EVENT("TransactionEvent", TransactionEvent.Req.class, TransactionEvent.Res.class),
  TRIGGER_MESSAGE("TriggerMessage", TriggerMessage.Req.class, TriggerMessage.Res.class);

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
