package dev.headroom.gateway.core.session;

import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.ocpp16.AuthorizationStatus;
import dev.headroom.gateway.core.ocpp16.Authorize;
import dev.headroom.gateway.core.ocpp16.BootNotification;
import dev.headroom.gateway.core.ocpp16.DataTransfer;
import dev.headroom.gateway.core.ocpp16.DataTransferStatus;
import dev.headroom.gateway.core.ocpp16.DiagnosticsStatusNotification;
import dev.headroom.gateway.core.ocpp16.FirmwareStatusNotification;
import dev.headroom.gateway.core.ocpp16.FromStation;
import dev.headroom.gateway.core.ocpp16.Heartbeat;
import dev.headroom.gateway.core.ocpp16.IdTagInfo;
import dev.headroom.gateway.core.ocpp16.MeterValues;
import dev.headroom.gateway.core.ocpp16.RegistrationStatus;
import dev.headroom.gateway.core.ocpp16.Response;
import dev.headroom.gateway.core.ocpp16.StartTransaction;
import dev.headroom.gateway.core.ocpp16.StatusNotification;
import dev.headroom.gateway.core.ocpp16.StopTransaction;
import java.time.Instant;
import java.util.Optional;

/** Answers what the charger calls, and notes what it says. Every call gets an answer. */
final class Reception {

  private final Station station;
  private final SessionSettings settings;
  private final TransactionDesk desk;
  private final MeterDesk meters;
  private final Outbox outbox;

  Reception(Station station, SessionSettings settings, TransactionIds ids, Outbox outbox) {
    this.station = station;
    this.settings = settings;
    this.desk = new TransactionDesk(station, ids, outbox);
    this.meters = new MeterDesk(station, desk, outbox);
    this.outbox = outbox;
  }

  Response answer(FromStation request, Instant now) {
    return switch (request) {
      case BootNotification.Req boot -> boot(boot, now);
      case Heartbeat.Req beat -> new Heartbeat.Conf(now);
      case Authorize.Req authorize ->
          new Authorize.Conf(IdTagInfo.of(AuthorizationStatus.Accepted));
      case StatusNotification.Req status -> status(status, now);
      case StartTransaction.Req start -> desk.start(start, now);
      case StopTransaction.Req stop -> desk.stop(stop, now);
      case MeterValues.Req values -> meters.take(values, now);
      case DataTransfer.Req data ->
          new DataTransfer.Conf(DataTransferStatus.UnknownVendorId, Optional.empty());
      case DiagnosticsStatusNotification.Req diagnostics ->
          new DiagnosticsStatusNotification.Conf();
      case FirmwareStatusNotification.Req firmware -> new FirmwareStatusNotification.Conf();
    };
  }

  private Response boot(BootNotification.Req boot, Instant now) {
    StationIdentity identity =
        new StationIdentity(
            boot.chargePointVendor(), boot.chargePointModel(), boot.firmwareVersion());
    station.identify(identity);
    outbox.add(new Effect.StationBooted(identity, now));
    return new BootNotification.Conf(
        station.site().isPresent() ? RegistrationStatus.Accepted : RegistrationStatus.Pending,
        now,
        (int) settings.heartbeatInterval().toSeconds());
  }

  private Response status(StatusNotification.Req status, Instant now) {
    if (status.connectorId() != 0) {
      station
          .evse(status.connectorId())
          .ifPresentOrElse(
              evse -> {
                evse.reported(status.status());
                desk.reported(evse, status.status(), now);
              },
              () -> outbox.count(GatewayEvent.UNKNOWN_CONNECTOR));
    }
    return new StatusNotification.Conf();
  }
}
