package dev.headroom.gateway.core.control;

import dev.headroom.gateway.core.control.Evidence.Scheduled;
import dev.headroom.gateway.core.control.Evidence.Scheduled.Tail;
import dev.headroom.gateway.core.profile.EvseProfiles;
import dev.headroom.gateway.core.profile.Profile;
import dev.headroom.gateway.core.profile.ToldSchedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Holds the schedule that a charger tells against the live profile that it accepted.
 *
 * @param profile as it was written
 * @param writtenAt when; a relative one begins there
 * @param margin by which its clock may be wrong
 */
public record ScheduleCheck(
    EvseProfiles place, Profile profile, Instant writtenAt, Duration margin) {

  /** A level told above what was set by no more than this is as it was set, in milliamperes. */
  private static final int ROUNDING_MILLIAMPS = 500;

  /** How far ahead to ask, so that the fall at the end of the TTL is told too. */
  public Duration ahead(Instant now) {
    Duration passed = Duration.between(start(), now);
    Duration fall = fall().minus(passed);
    return (fall.isNegative() ? Duration.ZERO : fall).plus(margin.multipliedBy(3));
  }

  /** What it says; nothing if it cannot be read as current of this EVSE's lines. */
  public Optional<Scheduled> judge(ToldSchedule told, Instant now) {
    Instant toldStart = told.start().filter(start -> isNear(start, now)).orElse(now);
    long sinceStart = Math.max(0, Duration.between(toldStart, now).toSeconds());
    OptionalInt present = milliamps(told, told.at(sinceStart));
    if (present.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Scheduled(present.getAsInt(), tail(told, toldStart, now)));
  }

  private boolean isNear(Instant start, Instant now) {
    return Duration.between(start, now).abs().compareTo(margin) <= 0;
  }

  /** A level is held against the least that was set while it lasts, clocks allowed for. */
  private Tail tail(ToldSchedule told, Instant toldStart, Instant now) {
    long offset = Duration.between(start(), toldStart).toSeconds();
    long end = offset + told.duration().orElse(ahead(now)).toSeconds();
    boolean reached = false;
    List<ToldSchedule.Level> levels = told.levels();
    for (int i = 0; i < levels.size(); i++) {
      long from = offset + levels.get(i).startSeconds() + margin.toSeconds();
      long next = i + 1 < levels.size() ? offset + levels.get(i + 1).startSeconds() : end;
      long until = Math.min(next, end) - margin.toSeconds();
      if (until < from) {
        continue;
      }
      OptionalInt said = milliamps(told, levels.get(i));
      if (said.isEmpty() || said.getAsInt() > leastSet(from, until) + ROUNDING_MILLIAMPS) {
        return Tail.MISSING;
      }
      reached |= until >= fall().toSeconds();
    }
    return reached ? Tail.KEPT : Tail.UNSAID;
  }

  /** The least that was set between these seconds of the profile, in milliamperes. */
  private int leastSet(long from, long until) {
    int least = Integer.MAX_VALUE;
    List<Profile.Period> periods = profile.periods();
    long end = profile.duration().map(Duration::toSeconds).orElse(Long.MAX_VALUE);
    for (int i = 0; i < periods.size(); i++) {
      long next = i + 1 < periods.size() ? periods.get(i + 1).startSeconds() : end;
      if (periods.get(i).startSeconds() <= until && from < next) {
        least =
            Math.min(
                least,
                place.milliamps(profile.unit(), periods.get(i).limit()).orElse(Integer.MAX_VALUE));
      }
    }
    return until < end ? least : Math.min(least, place.writtenFallbackMilliamps());
  }

  private OptionalInt milliamps(ToldSchedule told, ToldSchedule.Level level) {
    return place.milliamps(told.unit(), level.limit());
  }

  private Instant start() {
    return profile.start().orElse(writtenAt);
  }

  /** When its first level is over. */
  private Duration fall() {
    return profile.periods().size() > 1
        ? Duration.ofSeconds(profile.periods().get(1).startSeconds())
        : profile.duration().orElse(Duration.ZERO);
  }
}
