package dev.headroom.gateway.core.session;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.evse.MeasuredCurrent;
import dev.headroom.gateway.core.control.Evidence;
import dev.headroom.gateway.core.metering.Offered;
import dev.headroom.gateway.core.metering.ReadValue;
import dev.headroom.gateway.core.metering.Reading;
import dev.headroom.gateway.core.metering.Sample;
import dev.headroom.gateway.core.metric.GatewayEvent;
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
  private Instant observedUntil = Instant.MIN;

  MeterDesk(Station station, TransactionDesk desk, Outbox outbox) {
    this.station = station;
    this.desk = desk;
    this.outbox = outbox;
  }

  /**
   * An EVSE's meter was read.
   *
   * @param live false if it comes from the charger's offline queue
   */
  void take(
      int evseId,
      Optional<String> transactionId,
      List<Reading> readings,
      boolean live,
      Instant now) {
    station
        .evse(evseId)
        .ifPresentOrElse(
            evse -> take(evse, transactionId, readings, live, now),
            () -> outbox.count(GatewayEvent.UNKNOWN_CONNECTOR));
  }

  private void take(
      TrackedEvse evse,
      Optional<String> transactionId,
      List<Reading> readings,
      boolean live,
      Instant now) {
    List<Reading> inOrder =
        readings.stream().sorted(Comparator.comparing(Reading::timestamp)).toList();
    boolean fresh = live && inOrder.stream().anyMatch(reading -> isFresh(reading, now));
    if (fresh && isNews(transactionId, evse) && !isFarewell(inOrder)) {
      desk.goesOn(transactionId.get(), Optional.of(evse.evseId()), now);
    }
    inOrder.forEach(reading -> desk.toldLate(reading.timestamp(), now));
    Optional<PerPhase> newest = Optional.empty();
    Optional<Offered> offered = Optional.empty();
    for (Reading reading : inOrder) {
      Sample sample = evse.read(reading);
      outbox.count(GatewayEvent.REJECTED_SAMPLE, sample.rejected());
      record(sample, reading, transactionId, evse);
      if (now.isBefore(observedUntil)) {
        tell(evse, sample, reading.timestamp());
      }
      if (live && isFresh(reading, now)) {
        sample.energyWattHours().ifPresent(evse.needs()::registered);
        sample.lowestVoltagePermille().ifPresent(told -> evse.watts().told(told, now));
        newest = sample.currentMilliamps().isPresent() ? sample.currentMilliamps() : newest;
        offered = sample.offered().isPresent() ? sample.offered() : offered;
      } else {
        outbox.count(GatewayEvent.OLD_SAMPLE);
      }
    }
    Optional<Evidence.Offered> offer = offered.flatMap(evse::believed);
    offer.ifPresent(said -> evse.limits().note(said, now));
    newest.ifPresent(
        current -> {
          if (evse.measured(new MeasuredCurrent(current, now))) {
            outbox.count(GatewayEvent.DISOBEYED);
          }
        });
    offer
        .filter(said -> evse.limits().weigh(said, now))
        .ifPresent(found -> outbox.count(GatewayEvent.OFFERS_MORE));
  }

  /** Every sample until then is told of. */
  void observe(Instant until) {
    observedUntil = until;
  }

  private void tell(TrackedEvse evse, Sample sample, Instant at) {
    outbox.add(
        new Effect.Sampled(
            evse.evseId(),
            sample.currentMilliamps().map(PerPhase::largest).stream()
                .mapToInt(Integer::intValue)
                .findFirst(),
            sample.energyWattHours(),
            at));
  }

  /** Whether the transaction is not known to be under way, and may be. */
  private boolean isNews(Optional<String> transactionId, TrackedEvse evse) {
    Transactions known = station.transactions();
    return transactionId.isPresent()
        && evse.mayBeInTransaction()
        && !known.hasEnded(transactionId.get())
        && (known.on(evse.evseId()).isEmpty()
            || known.begunOffline(transactionId.get()).isPresent());
  }

  private static boolean isFarewell(List<Reading> readings) {
    return readings.stream()
        .flatMap(reading -> reading.values().stream())
        .anyMatch(ReadValue::isFarewell);
  }

  private void record(Sample sample, Reading reading, Optional<String> stated, TrackedEvse evse) {
    Optional<String> transactionId =
        stated.or(() -> station.transactions().on(evse.evseId()).map(OpenTransaction::id));
    if (transactionId.isPresent() && sample.energyWattHours().isPresent()) {
      outbox.add(
          new Effect.EnergyRegister(
              evse.site(),
              evse.name(),
              transactionId.get(),
              sample.energyWattHours().getAsLong(),
              reading.timestamp()));
    }
  }

  private static boolean isFresh(Reading reading, Instant now) {
    return !reading.timestamp().isBefore(now.minus(FRESH));
  }
}
