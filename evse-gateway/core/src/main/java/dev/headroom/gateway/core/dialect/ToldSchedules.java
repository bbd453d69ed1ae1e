package dev.headroom.gateway.core.dialect;

import dev.headroom.gateway.core.ocpp16.ReportedSchedule;
import dev.headroom.gateway.core.ocpp201.CompositeSchedule;
import dev.headroom.gateway.core.profile.RateUnit;
import dev.headroom.gateway.core.profile.ToldSchedule;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what chargers answer to GetCompositeSchedule; what makes no sense was not said. */
final class ToldSchedules {

  /** No schedule has more levels that matter here. */
  private static final int MOST_LEVELS = 1000;

  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

  private ToldSchedules() {}

  static Outcome of(Errand.AskSchedule asked, ReportedSchedule told, Optional<String> start) {
    List<ToldSchedule.Level> levels = new ArrayList<>();
    for (ReportedSchedule.Period period : told.chargingSchedulePeriod()) {
      levels.add(level(period.startPeriod(), period.limit()));
    }
    return outcome(
        asked,
        start.or(told::startSchedule).flatMap(ToldSchedules::instant),
        told.duration(),
        told.chargingRateUnit(),
        levels);
  }

  static Outcome of(Errand.AskSchedule asked, CompositeSchedule told) {
    List<ToldSchedule.Level> levels = new ArrayList<>();
    for (CompositeSchedule.Period period : told.chargingSchedulePeriod()) {
      levels.add(level(period.startPeriod(), period.limit()));
    }
    return outcome(
        asked,
        told.scheduleStart().flatMap(ToldSchedules::instant),
        told.duration(),
        told.chargingRateUnit(),
        levels);
  }

  private static ToldSchedule.Level level(OptionalInt start, BigDecimal limit) {
    return new ToldSchedule.Level(start.orElse(0), limit);
  }

  private static Outcome outcome(
      Errand.AskSchedule asked,
      Optional<Instant> start,
      OptionalInt seconds,
      Optional<String> unit,
      List<ToldSchedule.Level> levels) {
    Optional<RateUnit> in = unit.map(ToldSchedules::unit).orElse(Optional.of(asked.unit()));
    boolean sane =
        !levels.isEmpty()
            && levels.size() <= MOST_LEVELS
            && seconds.orElse(0) >= 0
            && levels.stream().allMatch(ToldSchedules::isSane);
    return in.isPresent() && sane
        ? new Outcome.Scheduled(
            new ToldSchedule(
                start,
                seconds.stream().mapToObj(Duration::ofSeconds).findFirst(),
                in.get(),
                levels))
        : new Outcome.Failed();
  }

  private static boolean isSane(ToldSchedule.Level level) {
    BigDecimal limit = level.limit();
    return level.startSeconds() >= 0
        && limit.signum() >= 0
        && Math.abs(limit.scale()) < 100
        && limit.compareTo(MOST) < 0;
  }

  private static Optional<RateUnit> unit(String said) {
    return switch (said) {
      case "A" -> Optional.of(RateUnit.AMPERES);
      case "W" -> Optional.of(RateUnit.WATTS);
      default -> Optional.empty();
    };
  }

  private static Optional<Instant> instant(String said) {
    try {
      return Optional.of(OffsetDateTime.parse(said).toInstant());
    } catch (DateTimeException noInstant) {
      return Optional.empty();
    }
  }
}
