package dev.headroom.gateway.core.dialect;

import dev.headroom.gateway.core.metering.ReadValue;
import dev.headroom.gateway.core.metering.Reading;
import dev.headroom.gateway.core.ocpp16.Answer;
import dev.headroom.gateway.core.ocpp16.AuthorizationStatus;
import dev.headroom.gateway.core.ocpp16.Authorize;
import dev.headroom.gateway.core.ocpp16.BootNotification;
import dev.headroom.gateway.core.ocpp16.ChargePointStatus;
import dev.headroom.gateway.core.ocpp16.DataTransfer;
import dev.headroom.gateway.core.ocpp16.DataTransferStatus;
import dev.headroom.gateway.core.ocpp16.DiagnosticsStatusNotification;
import dev.headroom.gateway.core.ocpp16.FirmwareStatusNotification;
import dev.headroom.gateway.core.ocpp16.FromStation;
import dev.headroom.gateway.core.ocpp16.Heartbeat;
import dev.headroom.gateway.core.ocpp16.IdTagInfo;
import dev.headroom.gateway.core.ocpp16.LogStatusNotification;
import dev.headroom.gateway.core.ocpp16.MeterValue;
import dev.headroom.gateway.core.ocpp16.MeterValues;
import dev.headroom.gateway.core.ocpp16.RegistrationStatus;
import dev.headroom.gateway.core.ocpp16.SampledValue;
import dev.headroom.gateway.core.ocpp16.SecurityEventNotification;
import dev.headroom.gateway.core.ocpp16.SignedFirmwareStatusNotification;
import dev.headroom.gateway.core.ocpp16.StartTransaction;
import dev.headroom.gateway.core.ocpp16.StatusNotification;
import dev.headroom.gateway.core.ocpp16.StopTransaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What charge points of OCPP 1.6 call. */
final class Ocpp16Reception {

  private Ocpp16Reception() {}

  static Answer answer(FromStation request, Listener listener, Instant now) {
    return switch (request) {
      case BootNotification.Req boot -> boot(boot, listener, now);
      case Heartbeat.Req beat -> new Heartbeat.Conf(now);
      case Authorize.Req authorize ->
          new Authorize.Conf(IdTagInfo.of(AuthorizationStatus.Accepted));
      case StatusNotification.Req status -> status(status, listener, now);
      case StartTransaction.Req start -> start(start, listener, now);
      case StopTransaction.Req stop -> stop(stop, listener, now);
      case MeterValues.Req values -> values(values, listener, now);
      case DataTransfer.Req data ->
          new DataTransfer.Conf(DataTransferStatus.UnknownVendorId, Optional.empty());
      case DiagnosticsStatusNotification.Req diagnostics ->
          new DiagnosticsStatusNotification.Conf();
      case FirmwareStatusNotification.Req firmware -> new FirmwareStatusNotification.Conf();
      case SignedFirmwareStatusNotification.Req firmware ->
          new SignedFirmwareStatusNotification.Conf();
      case LogStatusNotification.Req log -> new LogStatusNotification.Conf();
      case SecurityEventNotification.Req event -> {
        listener.alarmed(new SecurityEvent(event.type(), event.timestamp(), event.techInfo()), now);
        yield new SecurityEventNotification.Conf();
      }
    };
  }

  private static Answer boot(BootNotification.Req boot, Listener listener, Instant now) {
    boolean accepted =
        listener.booted(
            new StationIdentity(
                boot.chargePointVendor(), boot.chargePointModel(), boot.firmwareVersion()),
            now);
    return new BootNotification.Conf(
        accepted ? RegistrationStatus.Accepted : RegistrationStatus.Pending,
        now,
        (int) listener.heartbeatInterval().toSeconds());
  }

  /** Connector 0 is the charge point itself. */
  private static Answer status(StatusNotification.Req status, Listener listener, Instant now) {
    if (status.connectorId() != 0) {
      listener.reported(status.connectorId(), occupancy(status.status()), now);
    }
    return new StatusNotification.Conf();
  }

  private static Answer start(StartTransaction.Req start, Listener listener, Instant now) {
    Admission admission =
        listener.started(
            new TransactionStart(
                Optional.empty(),
                start.connectorId(),
                Optional.of(start.idTag()),
                OptionalLong.of(start.meterStart()),
                start.timestamp(),
                !ChargerClock.isLate(start.timestamp(), now)),
            now);
    return new StartTransaction.Conf(
        IdTagInfo.of(
            admission.accepted() ? AuthorizationStatus.Accepted : AuthorizationStatus.Invalid),
        Integer.parseInt(admission.transactionId()));
  }

  private static Answer stop(StopTransaction.Req stop, Listener listener, Instant now) {
    listener.ended(
        new TransactionEnd(
            Integer.toString(stop.transactionId()),
            OptionalLong.of(stop.meterStop()),
            stop.timestamp(),
            stop.reason()),
        now);
    return new StopTransaction.Conf(
        stop.idTag().map(tag -> IdTagInfo.of(AuthorizationStatus.Accepted)));
  }

  private static Answer values(MeterValues.Req values, Listener listener, Instant now) {
    if (values.connectorId() != 0) {
      listener.read(
          values.connectorId(),
          transactionOf(values.transactionId()),
          values.meterValue().stream().map(Ocpp16Reception::reading).toList(),
          true,
          now);
    }
    return new MeterValues.Conf();
  }

  /** Some say 0 or -1 where there is none. */
  private static Optional<String> transactionOf(OptionalInt stated) {
    return stated.isPresent() && stated.getAsInt() > 0
        ? Optional.of(Integer.toString(stated.getAsInt()))
        : Optional.empty();
  }

  private static Reading reading(MeterValue value) {
    List<ReadValue> values = value.sampledValue().stream().map(Ocpp16Reception::readValue).toList();
    return new Reading(value.timestamp(), values);
  }

  private static ReadValue readValue(SampledValue value) {
    return new ReadValue(
        value.value(),
        value.context(),
        value.format(),
        value.measurand(),
        value.phase(),
        value.location(),
        value.unit());
  }

  private static Occupancy occupancy(ChargePointStatus status) {
    return switch (status) {
      case Available -> Occupancy.FREE;
      case Preparing -> Occupancy.CONNECTED;
      case Charging -> Occupancy.CHARGING;
      case SuspendedEV -> Occupancy.SUSPENDED_BY_VEHICLE;
      case SuspendedEVSE -> Occupancy.SUSPENDED_BY_STATION;
      case Finishing -> Occupancy.FINISHING;
      case Reserved, Unavailable, Faulted -> Occupancy.OUT_OF_SERVICE;
    };
  }
}
