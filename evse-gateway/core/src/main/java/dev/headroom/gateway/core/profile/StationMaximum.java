package dev.headroom.gateway.core.profile;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.site.Evse;
import dev.headroom.gateway.core.metering.LearnedVoltage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The most a whole station may ever draw: the wiring ratings of its EVSEs together, at the voltage
 * of the site. It keeps no EVSE to a limit; a lower voltage would take from their ratings for good.
 */
public final class StationMaximum {

  /** Long past, so that it holds at once, and the same each time it is sent. */
  private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

  private StationMaximum() {}

  /** The profile for the whole station. */
  public static Profile of(
      List<Evse> evses, Supply supply, Capabilities capabilities, Slots slots) {
    RateUnit unit =
        evses.stream()
            .map(evse -> Rate.unitOf(evse, capabilities))
            .reduce((one, other) -> one == RateUnit.WATTS ? one : other)
            .orElseThrow();
    List<Profile.Period> each =
        evses.stream()
            .map(evse -> new Rate(unit, evse, supply, LearnedVoltage.NOMINAL_PERMILLE))
            .map(rate -> rate.period(0, rate.evse().maximumMilliamps()))
            .toList();
    BigDecimal sum =
        each.stream().map(Profile.Period::limit).reduce(BigDecimal.ZERO, BigDecimal::add);
    OptionalInt phases = each.stream().flatMapToInt(period -> period.phases().stream()).max();
    return new Profile(
        0,
        slots.maximum(),
        ProfilePurpose.STATION_MAXIMUM,
        Optional.empty(),
        Optional.of(START),
        Optional.empty(),
        unit,
        List.of(new Profile.Period(0, sum, phases)));
  }
}
