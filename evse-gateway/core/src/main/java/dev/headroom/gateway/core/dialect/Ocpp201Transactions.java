package dev.headroom.gateway.core.dialect;

import dev.headroom.gateway.core.metering.EnergyRegisters;
import dev.headroom.gateway.core.metering.Reading;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.ocpp201.AuthorizationStatus;
import dev.headroom.gateway.core.ocpp201.ChargingState;
import dev.headroom.gateway.core.ocpp201.EVSE;
import dev.headroom.gateway.core.ocpp201.IdToken;
import dev.headroom.gateway.core.ocpp201.IdTokenInfo;
import dev.headroom.gateway.core.ocpp201.TransactionEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Transactions as their events tell them (E01 to E13). What a station queued while it was offline
 * is told apart from what is so now: it is kept, and drives nothing.
 */
final class Ocpp201Transactions {

  private static final int REMEMBERED = 64;

  private final Map<TransactionEvent.Req, TransactionEvent.Res> recent = new LinkedHashMap<>();

  /** Starts that did not say at which EVSE. */
  private final Map<String, TransactionEvent.Req> unplaced = new HashMap<>();

  TransactionEvent.Res answer(TransactionEvent.Req event, Listener listener, Instant now) {
    TransactionEvent.Res before = recent.get(event);
    if (before != null) {
      listener.noticed(GatewayEvent.REPEATED_TRANSACTION_MESSAGE);
      return before;
    }
    boolean live = isLive(event, now);
    if (!live) {
      listener.noticed(GatewayEvent.OFFLINE_TRANSACTION_EVENT);
    }
    boolean accepted =
        switch (event.eventType()) {
          case Started -> started(event, event.evse().map(EVSE::id), live, listener, now);
          case Updated -> updated(event, live, listener, now);
          case Ended -> ended(event, listener, now);
        };
    return remember(event, answer(event, accepted));
  }

  /** A charger repeats what was not answered, under a new message id but with the same content. */
  private TransactionEvent.Res remember(TransactionEvent.Req event, TransactionEvent.Res answer) {
    recent.put(event, answer);
    if (recent.size() > REMEMBERED) {
      recent.remove(recent.keySet().iterator().next());
    }
    return answer;
  }

  private static boolean isLive(TransactionEvent.Req event, Instant now) {
    return !event.offline().orElse(false) && !ChargerClock.isLate(event.timestamp(), now);
  }

  private boolean started(
      TransactionEvent.Req event,
      Optional<Integer> evseId,
      boolean live,
      Listener listener,
      Instant now) {
    if (evseId.isEmpty()) {
      if (unplaced.size() < REMEMBERED) {
        unplaced.put(idOf(event), event);
      }
      return true;
    }
    Admission admission =
        listener.started(
            new TransactionStart(
                Optional.of(idOf(event)),
                evseId.get(),
                event.idToken().map(IdToken::idToken),
                EnergyRegisters.first(readings(event)),
                event.timestamp(),
                live),
            now);
    if (admission.accepted()) {
      tell(event, evseId.get(), live, listener, now);
    }
    return admission.accepted();
  }

  private boolean updated(
      TransactionEvent.Req event, boolean live, Listener listener, Instant now) {
    Optional<Integer> stated = event.evse().map(EVSE::id);
    TransactionEvent.Req start = stated.isPresent() ? unplaced.remove(idOf(event)) : null;
    if (start != null && !started(start, stated, live, listener, now)) {
      return false;
    }
    Optional<Integer> evseId =
        live
            ? listener.continued(idOf(event), stated, now)
            : listener.evseOf(idOf(event)).or(() -> stated);
    evseId.ifPresent(known -> tell(event, known, live, listener, now));
    return true;
  }

  private boolean ended(TransactionEvent.Req event, Listener listener, Instant now) {
    unplaced.remove(idOf(event));
    listener.ended(
        new TransactionEnd(
            idOf(event),
            EnergyRegisters.last(readings(event)),
            event.timestamp(),
            event.transactionInfo().stoppedReason()),
        now);
    return true;
  }

  private static void tell(
      TransactionEvent.Req event, int evseId, boolean live, Listener listener, Instant now) {
    if (live) {
      event
          .transactionInfo()
          .chargingState()
          .ifPresent(state -> listener.reported(evseId, occupancy(state), now));
    }
    List<Reading> readings = readings(event);
    if (!readings.isEmpty()) {
      listener.read(evseId, Optional.of(idOf(event)), readings, live, now);
    }
  }

  private static TransactionEvent.Res answer(TransactionEvent.Req event, boolean accepted) {
    return new TransactionEvent.Res(
        event
            .idToken()
            .map(
                token ->
                    new IdTokenInfo(
                        accepted ? AuthorizationStatus.Accepted : AuthorizationStatus.Invalid)));
  }

  private static String idOf(TransactionEvent.Req event) {
    return event.transactionInfo().transactionId();
  }

  private static List<Reading> readings(TransactionEvent.Req event) {
    return event.meterValue().orElse(List.of()).stream().map(Ocpp201Readings::of).toList();
  }

  private static Occupancy occupancy(ChargingState state) {
    return switch (state) {
      case Charging -> Occupancy.CHARGING;
      case EVConnected -> Occupancy.CONNECTED;
      case SuspendedEV -> Occupancy.SUSPENDED_BY_VEHICLE;
      case SuspendedEVSE -> Occupancy.SUSPENDED_BY_STATION;
      case Idle -> Occupancy.FINISHING;
    };
  }
}
