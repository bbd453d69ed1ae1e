package dev.headroom.gateway.core.session;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.evse.MeasuredCurrent;
import dev.headroom.gateway.core.metering.Sample;
import dev.headroom.gateway.core.metric.GatewayEvent;
import dev.headroom.gateway.core.ocpp16.MeterValue;
import dev.headroom.gateway.core.ocpp16.MeterValues;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Meter values: energy for the record, and current for control where it is fresh. */
final class MeterDesk {

  /** A sample older than this comes from a charger's offline queue. */
  private static final Duration FRESH = Duration.ofSeconds(60);

  private final Station station;
  private final TransactionDesk desk;
  private final Outbox outbox;

  MeterDesk(Station station, TransactionDesk desk, Outbox outbox) {
    this.station = station;
    this.desk = desk;
    this.outbox = outbox;
  }

  MeterValues.Conf take(MeterValues.Req values, Instant now) {
    Optional<TrackedEvse> evse = station.evse(values.connectorId());
    if (evse.isPresent()) {
      take(values, evse.get(), now);
    } else if (values.connectorId() != 0) {
      outbox.count(GatewayEvent.UNKNOWN_CONNECTOR);
    }
    return new MeterValues.Conf();
  }

  private void take(MeterValues.Req values, TrackedEvse evse, Instant now) {
    List<MeterValue> inOrder =
        values.meterValue().stream().sorted(Comparator.comparing(MeterValue::timestamp)).toList();
    boolean fresh = inOrder.stream().anyMatch(value -> isFresh(value, now));
    Optional<String> transactionId = idOf(values);
    if (fresh && isUnknown(transactionId, evse) && !isFarewell(inOrder)) {
      desk.adopt(transactionId.get(), evse, now);
    }
    Optional<PerPhase> newest = Optional.empty();
    for (MeterValue value : inOrder) {
      Sample sample = evse.read(value);
      outbox.count(GatewayEvent.REJECTED_SAMPLE, sample.rejected());
      record(sample, value, transactionId, evse);
      if (isFresh(value, now)) {
        newest = sample.currentMilliamps().isPresent() ? sample.currentMilliamps() : newest;
      } else {
        outbox.count(GatewayEvent.OLD_SAMPLE);
      }
    }
    newest.ifPresent(
        current -> {
          if (evse.measured(new MeasuredCurrent(current, now))) {
            outbox.count(GatewayEvent.DISOBEYED);
          }
        });
  }

  /** Some say 0 or -1 where there is none. */
  private static Optional<String> idOf(MeterValues.Req values) {
    return values.transactionId().isPresent() && values.transactionId().getAsInt() > 0
        ? Optional.of(Integer.toString(values.transactionId().getAsInt()))
        : Optional.empty();
  }

  private boolean isUnknown(Optional<String> transactionId, TrackedEvse evse) {
    return transactionId.isPresent()
        && evse.mayBeInTransaction()
        && station.transactions().on(evse.evseId()).isEmpty()
        && !station.transactions().hasEnded(transactionId.get());
  }

  private static boolean isFarewell(List<MeterValue> values) {
    return values.stream()
        .flatMap(value -> value.sampledValue().stream())
        .anyMatch(sampled -> sampled.context().equals(Optional.of("Transaction.End")));
  }

  private void record(Sample sample, MeterValue value, Optional<String> stated, TrackedEvse evse) {
    Optional<String> transactionId =
        stated.or(() -> station.transactions().on(evse.evseId()).map(OpenTransaction::id));
    if (transactionId.isPresent() && sample.energyWattHours().isPresent()) {
      outbox.add(
          new Effect.EnergyRegister(
              evse.site(),
              evse.name(),
              transactionId.get(),
              sample.energyWattHours().getAsLong(),
              value.timestamp()));
    }
  }

  private static boolean isFresh(MeterValue value, Instant now) {
    return !value.timestamp().isBefore(now.minus(FRESH));
  }
}
