package dev.headroom.gateway.core.profile;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.site.Evse;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The most a whole station may ever draw: the wiring ratings of its EVSEs together. */
public final class StationMaximum {

  /** Long past, so that it holds at once, and the same each time it is sent. */
  private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

  private StationMaximum() {}

  /** The profile for the whole station. */
  public static Profile of(
      List<Evse> evses, Supply supply, Capabilities capabilities, Slots slots) {
    List<Profile.Period> each =
        evses.stream()
            .map(
                evse ->
                    new Rate(capabilities.unit(), evse.wiring(), supply)
                        .period(0, evse.maximumMilliamps()))
            .toList();
    BigDecimal sum =
        each.stream().map(Profile.Period::limit).reduce(BigDecimal.ZERO, BigDecimal::add);
    int phases = each.stream().mapToInt(Profile.Period::phases).max().orElseThrow();
    return new Profile(
        0,
        slots.maximum(),
        ProfilePurpose.STATION_MAXIMUM,
        Optional.empty(),
        Optional.of(START),
        Optional.empty(),
        capabilities.unit(),
        List.of(new Profile.Period(0, sum, phases)));
  }
}
