package dev.headroom.actors.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Profiles as a central system would send them; periods alternate start second and amperes. */
public final class Profiles {

  private Profiles() {}

  public static ChargingProfile base(int id, int amperes) {
    return of(id, 0, ProfilePurpose.TX_DEFAULT, Optional.empty(), amps(0, amperes));
  }

  public static ChargingProfile stationMaximum(int id, int amperes) {
    return of(id, 0, ProfilePurpose.STATION_MAX, Optional.empty(), amps(0, amperes));
  }

  public static ChargingProfile live(int id, int transaction, Instant start, int... periods) {
    ChargingSchedule schedule = schedule(Optional.empty(), Optional.of(start), RateUnit.A, periods);
    return of(id, 1, ProfilePurpose.TX, Optional.of(Integer.toString(transaction)), schedule);
  }

  public static ChargingProfile of(
      int id,
      int level,
      ProfilePurpose purpose,
      Optional<String> transaction,
      ChargingSchedule schedule) {
    return new ChargingProfile(
        id,
        level,
        purpose,
        ProfileKind.ABSOLUTE,
        transaction,
        Optional.empty(),
        Optional.empty(),
        schedule);
  }

  public static ChargingSchedule amps(int... periods) {
    return schedule(Optional.empty(), Optional.empty(), RateUnit.A, periods);
  }

  public static ChargingSchedule schedule(
      Optional<Duration> duration, Optional<Instant> start, RateUnit unit, int... startAndLimit) {
    List<SchedulePeriod> periods = new ArrayList<>();
    for (int i = 0; i < startAndLimit.length; i += 2) {
      periods.add(
          new SchedulePeriod(startAndLimit[i], startAndLimit[i + 1] * 1000L, OptionalInt.empty()));
    }
    return new ChargingSchedule(duration, start, unit, periods);
  }
}
