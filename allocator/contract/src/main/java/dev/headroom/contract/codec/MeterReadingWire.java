package dev.headroom.contract.codec;

import static dev.headroom.contract.codec.WireParts.instant;
import static dev.headroom.contract.codec.WireParts.optional;
import static dev.headroom.contract.codec.WireParts.optionalLong;
import static dev.headroom.contract.codec.WireParts.perPhase;
import static dev.headroom.contract.codec.WireParts.present;
import static dev.headroom.contract.codec.WireParts.unixNanos;

import dev.headroom.contract.wire.WireMeterReading;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.reading.MeterReading;
import dev.headroom.core.site.Names;
import java.util.Optional;

/** Readings of meters on the wire. */
final class MeterReadingWire {

  /** No meter on a low-voltage service sees more: 1 kV to neutral. */
  private static final int LARGEST_MILLIVOLTS = 1_000_000;

  private MeterReadingWire() {}

  static WireMeterReading toWire(MeterReading reading) {
    WireMeterReading.Builder wire =
        WireMeterReading.newBuilder()
            .setSite(reading.site())
            .setMeter(reading.meter())
            .setCurrentMilliamps(perPhase(reading.currentMilliamps()))
            .setMeasuredAtUnixNanos(unixNanos(reading.measuredAt()))
            .setReceivedAtUnixNanos(unixNanos(reading.receivedAt()));
    reading.voltageMillivolts().ifPresent(it -> wire.setVoltageMillivolts(perPhase(it)));
    reading.activePowerWatts().ifPresent(it -> wire.setActivePowerWatts(perPhase(it)));
    reading.sequence().ifPresent(wire::setSequence);
    return wire.build();
  }

  static MeterReading fromWire(WireMeterReading wire) {
    return new MeterReading(
        Names.check("site", present(wire.hasSite(), wire.getSite(), "site")),
        Names.check("meter", present(wire.hasMeter(), wire.getMeter(), "meter")),
        perPhase(present(wire.hasCurrentMilliamps(), wire.getCurrentMilliamps(), "current")),
        voltage(wire),
        optional(wire.hasActivePowerWatts(), wire.getActivePowerWatts()).map(WireParts::perPhase),
        optionalLong(wire.hasSequence(), wire.getSequence()),
        instant(
            present(wire.hasMeasuredAtUnixNanos(), wire.getMeasuredAtUnixNanos(), "measured at")),
        instant(
            present(wire.hasReceivedAtUnixNanos(), wire.getReceivedAtUnixNanos(), "received at")));
  }

  private static Optional<PerPhase> voltage(WireMeterReading wire) {
    Optional<PerPhase> voltage =
        optional(wire.hasVoltageMillivolts(), wire.getVoltageMillivolts()).map(WireParts::perPhase);
    voltage.ifPresent(
        it ->
            it.values()
                .forEach(
                    (phase, millivolts) -> {
                      if (millivolts < 0 || millivolts > LARGEST_MILLIVOLTS) {
                        throw new IllegalArgumentException(
                            "voltage on %s is %d mV, outside 0 to 1 kV"
                                .formatted(phase, millivolts));
                      }
                    }));
    return voltage;
  }
}
