package dev.headroom.world.bug;

import dev.headroom.actors.profile.ChargingProfile;
import dev.headroom.actors.profile.ChargingSchedule;
import dev.headroom.actors.profile.ProfilePurpose;
import dev.headroom.actors.profile.SchedulePeriod;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A transaction's profiles reach the charger with another tail. */
record Tails(UnaryOperator<List<SchedulePeriod>> periods) implements Sabotage {

  /** They hold for ever. */
  static Tails none() {
    return new Tails(periods -> List.of(periods.getFirst()));
  }

  /** They go to the fallback as soon as they are not refreshed, be it a rise. */
  static Tails risingFirst() {
    return new Tails(
        periods -> {
          SchedulePeriod fallback = periods.getLast();
          int after = periods.get(1).startSeconds();
          return List.of(
              periods.getFirst(),
              new SchedulePeriod(after, fallback.limitThousandths(), fallback.phases()));
        });
  }

  @Override
  public ChargingProfile installed(ChargingProfile profile) {
    ChargingSchedule schedule = profile.schedule();
    if (profile.purpose() != ProfilePurpose.TX || schedule.periods().size() < 2) {
      return profile;
    }
    return new ChargingProfile(
        profile.id(),
        profile.stackLevel(),
        profile.purpose(),
        profile.kind(),
        profile.transactionId(),
        profile.validFrom(),
        profile.validTo(),
        new ChargingSchedule(
            Optional.empty(),
            schedule.start(),
            schedule.unit(),
            periods.apply(schedule.periods())));
  }
}
