package dev.headroom.gateway.core.dialect;

import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.ocpp201.Answer;
import dev.headroom.gateway.core.ocpp201.AuthorizationStatus;
import dev.headroom.gateway.core.ocpp201.Authorize;
import dev.headroom.gateway.core.ocpp201.BootNotification;
import dev.headroom.gateway.core.ocpp201.ClearedChargingLimit;
import dev.headroom.gateway.core.ocpp201.ConnectorStatus;
import dev.headroom.gateway.core.ocpp201.DataTransfer;
import dev.headroom.gateway.core.ocpp201.DataTransferStatus;
import dev.headroom.gateway.core.ocpp201.FirmwareStatusNotification;
import dev.headroom.gateway.core.ocpp201.FromStation;
import dev.headroom.gateway.core.ocpp201.GenericStatus;
import dev.headroom.gateway.core.ocpp201.Heartbeat;
import dev.headroom.gateway.core.ocpp201.IdTokenInfo;
import dev.headroom.gateway.core.ocpp201.LogStatusNotification;
import dev.headroom.gateway.core.ocpp201.MeterValues;
import dev.headroom.gateway.core.ocpp201.NotifyChargingLimit;
import dev.headroom.gateway.core.ocpp201.NotifyEVChargingNeeds;
import dev.headroom.gateway.core.ocpp201.NotifyEVChargingNeedsStatus;
import dev.headroom.gateway.core.ocpp201.NotifyEVChargingSchedule;
import dev.headroom.gateway.core.ocpp201.NotifyEvent;
import dev.headroom.gateway.core.ocpp201.NotifyReport;
import dev.headroom.gateway.core.ocpp201.RegistrationStatus;
import dev.headroom.gateway.core.ocpp201.ReportChargingProfiles;
import dev.headroom.gateway.core.ocpp201.SecurityEventNotification;
import dev.headroom.gateway.core.ocpp201.StatusNotification;
import dev.headroom.gateway.core.ocpp201.TransactionEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stations of OCPP 2.0.1 call. */
final class Ocpp201Reception {

  /** No station has more EVSEs that matter here. */
  private static final int MOST_EVSES = 256;

  /** No EVSE has more connectors. */
  private static final int MOST_CONNECTORS = 16;

  private final Ocpp201Transactions transactions = new Ocpp201Transactions();
  private final Map<Integer, Set<Integer>> occupied = new HashMap<>();

  Answer answer(FromStation request, Listener listener, Instant now) {
    return switch (request) {
      case BootNotification.Req boot -> boot(boot, listener, now);
      case Heartbeat.Req beat -> new Heartbeat.Res(now);
      case Authorize.Req authorize ->
          new Authorize.Res(new IdTokenInfo(AuthorizationStatus.Accepted));
      case StatusNotification.Req status -> status(status, listener, now);
      case TransactionEvent.Req event -> transactions.answer(event, listener, now);
      case MeterValues.Req values -> values(values, listener, now);
      case ReportChargingProfiles.Req report -> {
        listener.listed(Ocpp201Profile.found(report), !report.tbc().orElse(false));
        yield new ReportChargingProfiles.Res();
      }
      case NotifyEVChargingNeeds.Req needs ->
          new NotifyEVChargingNeeds.Res(
              status(
                  listener.asksForLimit(
                      needs.evseId(), Ocpp201Needs.of(needs.chargingNeeds(), listener, now), now)));
      case NotifyEVChargingSchedule.Req schedule ->
          new NotifyEVChargingSchedule.Res(GenericStatus.Accepted);
      case NotifyChargingLimit.Req limit -> {
        listener.noticed(GatewayEvent.EXTERNAL_LIMIT);
        yield new NotifyChargingLimit.Res();
      }
      case ClearedChargingLimit.Req cleared -> {
        listener.noticed(GatewayEvent.EXTERNAL_LIMIT);
        yield new ClearedChargingLimit.Res();
      }
      case DataTransfer.Req data -> new DataTransfer.Res(DataTransferStatus.UnknownVendorId);
      case FirmwareStatusNotification.Req firmware -> new FirmwareStatusNotification.Res();
      case LogStatusNotification.Req log -> new LogStatusNotification.Res();
      case NotifyEvent.Req event -> new NotifyEvent.Res();
      case NotifyReport.Req report -> new NotifyReport.Res();
      case SecurityEventNotification.Req event -> {
        listener.alarmed(new SecurityEvent(event.type(), event.timestamp(), event.techInfo()), now);
        yield new SecurityEventNotification.Res();
      }
    };
  }

  private static Answer boot(BootNotification.Req boot, Listener listener, Instant now) {
    boolean accepted =
        listener.booted(
            new StationIdentity(
                boot.chargingStation().vendorName(),
                boot.chargingStation().model(),
                boot.chargingStation().firmwareVersion()),
            now);
    return new BootNotification.Res(
        now,
        (int) listener.heartbeatInterval().toSeconds(),
        accepted ? RegistrationStatus.Accepted : RegistrationStatus.Pending);
  }

  private static NotifyEVChargingNeedsStatus status(Turn turn) {
    return switch (turn) {
      case NOW -> NotifyEVChargingNeedsStatus.Accepted;
      case LATER -> NotifyEVChargingNeedsStatus.Processing;
      case NEVER -> NotifyEVChargingNeedsStatus.Rejected;
    };
  }

  /** EVSE 0 is the station itself. */
  private Answer status(StatusNotification.Req status, Listener listener, Instant now) {
    if (status.evseId() != 0) {
      listener.reported(status.evseId(), occupancy(status), now);
    }
    return new StatusNotification.Res();
  }

  /** An EVSE has a vehicle as long as one of its connectors has. */
  private Occupancy occupancy(StatusNotification.Req status) {
    Set<Integer> connectors =
        occupied.size() < MOST_EVSES
            ? occupied.computeIfAbsent(status.evseId(), first -> new HashSet<>())
            : occupied.getOrDefault(status.evseId(), new HashSet<>());
    if (status.connectorStatus() != ConnectorStatus.Occupied) {
      connectors.remove(status.connectorId());
    } else if (connectors.size() < MOST_CONNECTORS) {
      connectors.add(status.connectorId());
    }
    if (!connectors.isEmpty()) {
      return Occupancy.CONNECTED;
    }
    return switch (status.connectorStatus()) {
      case Available -> Occupancy.FREE;
      case Occupied -> Occupancy.CONNECTED;
      case Reserved, Unavailable, Faulted -> Occupancy.OUT_OF_SERVICE;
    };
  }

  private static Answer values(MeterValues.Req values, Listener listener, Instant now) {
    if (values.evseId() != 0) {
      listener.read(
          values.evseId(),
          Optional.empty(),
          values.meterValue().stream().map(Ocpp201Readings::of).toList(),
          true,
          now);
    }
    return new MeterValues.Res();
  }
}
