package dev.headroom.ingest.reading;

import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.reading.MeterReading;
import dev.headroom.ingest.senml.SenmlRecord;
import dev.headroom.ingest.senml.SenmlValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Gathers what a meter measured at one instant. */
final class Sample {

  private static final BigDecimal LARGEST_SEQUENCE = BigDecimal.valueOf(1L << 53);

  private final Instant measuredAt;
  private final Map<Quantity, Map<Phase, Integer>> measured = new EnumMap<>(Quantity.class);
  private OptionalLong sequence = OptionalLong.empty();

  Sample(Instant measuredAt) {
    this.measuredAt = measuredAt;
  }

  void add(SampleName name, SenmlRecord record) {
    if (record.sum().isPresent()) {
      throw refused(record, "a sum says nothing about now");
    }
    if (!(record.value().orElse(null) instanceof SenmlValue.Number(BigDecimal value))) {
      throw refused(record, "must be a number");
    }
    switch (name) {
      case SampleName.Measured(_, Quantity quantity, Phase phase) ->
          add(quantity, phase, record, value);
      case SampleName.Sequence(_) -> count(record, value);
    }
  }

  private void add(Quantity quantity, Phase phase, SenmlRecord record, BigDecimal value) {
    if (!record.unit().equals(Optional.of(quantity.unit()))) {
      throw refused(record, "must have the unit " + quantity.unit());
    }
    int whole = quantity.wholeNumber(record.name(), value);
    Map<Phase, Integer> phases =
        measured.computeIfAbsent(quantity, none -> new EnumMap<>(Phase.class));
    if (phases.putIfAbsent(phase, whole) != null) {
      throw refused(record, "is there twice for the same time");
    }
  }

  private void count(SenmlRecord record, BigDecimal value) {
    boolean whole = value.stripTrailingZeros().scale() <= 0;
    if (!whole || value.signum() < 0 || value.compareTo(LARGEST_SEQUENCE) > 0) {
      throw refused(record, "must be a whole number from 0 to 2^53");
    }
    if (sequence.isPresent()) {
      throw refused(record, "is there twice for the same time");
    }
    sequence = OptionalLong.of(value.longValueExact());
  }

  /** Every phase that is spoken of needs its current: unknown is never zero (S3). */
  MeterReading reading(MeterIdentity identity, Instant receivedAt) {
    PerPhase current =
        perPhase(Quantity.CURRENT)
            .orElseThrow(() -> new RefusedReading(Refusal.NO_CURRENT, "no current, such as i/L1"));
    measured.forEach(
        (quantity, phases) ->
            phases.forEach(
                (phase, value) -> {
                  if (!current.phases().contains(phase)) {
                    throw new RefusedReading(
                        Refusal.NO_CURRENT,
                        quantity.symbol() + "/" + phase + " comes without i/" + phase);
                  }
                }));
    return new MeterReading(
        identity.site(),
        identity.meter(),
        current,
        perPhase(Quantity.VOLTAGE),
        perPhase(Quantity.POWER),
        sequence,
        measuredAt,
        receivedAt);
  }

  private Optional<PerPhase> perPhase(Quantity quantity) {
    return Optional.ofNullable(measured.get(quantity)).map(PerPhase::new);
  }

  private static RefusedReading refused(SenmlRecord record, String why) {
    return new RefusedReading(Refusal.VALUE, record.name() + " " + why);
  }
}
