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
import java.util.OptionalInt;

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
    OptionalInt transactionId = values.transactionId();
    if (fresh && isUnknown(transactionId, evse) && !isFarewell(inOrder)) {
      desk.adopt(transactionId.getAsInt(), evse, now);
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

  private boolean isUnknown(OptionalInt transactionId, TrackedEvse evse) {
    return transactionId.isPresent()
        && transactionId.getAsInt() > 0
        && evse.mayBeInTransaction()
        && station.transactions().on(evse.evseId()).isEmpty()
        && !station.transactions().hasEnded(transactionId.getAsInt());
  }

  private static boolean isFarewell(List<MeterValue> values) {
    return values.stream()
        .flatMap(value -> value.sampledValue().stream())
        .anyMatch(sampled -> sampled.context().equals(Optional.of("Transaction.End")));
  }

  private void record(Sample sample, MeterValue value, OptionalInt stated, TrackedEvse evse) {
    OptionalInt transactionId =
        stated.isPresent()
            ? stated
            : station
                .transactions()
                .on(evse.evseId())
                .map(open -> OptionalInt.of(open.id()))
                .orElse(OptionalInt.empty());
    if (transactionId.isPresent() && sample.energyWattHours().isPresent()) {
      outbox.add(
          new Effect.EnergyRegister(
              evse.site(),
              evse.name(),
              transactionId.getAsInt(),
              sample.energyWattHours().getAsLong(),
              value.timestamp()));
    }
  }

  private static boolean isFresh(MeterValue value, Instant now) {
    return !value.timestamp().isBefore(now.minus(FRESH));
  }
}
