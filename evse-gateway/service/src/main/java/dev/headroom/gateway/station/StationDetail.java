package dev.headroom.gateway.station;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.headroom.core.evse.Acknowledgement;
import dev.headroom.gateway.core.model.Traits;
import dev.headroom.gateway.core.session.EvseReport;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One station as the REST interface shows it.
 *
 * @param evses those of its site, while it is connected here
 */
record StationDetail(
    @JsonUnwrapped StationView station, Optional<ModelView> known, List<EvseView> evses) {

  /**
   * What is known of its model and firmware, as far as it says something.
   *
   * @param proven whether it passed the link-cut test (S10)
   */
  record ModelView(
      Optional<String> rateUnit,
      Optional<Integer> maxStackLevel,
      Optional<Integer> maxPeriods,
      Optional<Boolean> takesZero,
      Optional<Boolean> clockTrusted,
      Optional<Boolean> ping,
      Optional<Long> settleSeconds,
      Optional<String> tail,
      Optional<Long> ttlSeconds,
      Optional<Integer> writesPerDay,
      boolean proven) {

    static ModelView of(Traits traits) {
      return new ModelView(
          traits.unit().map(unit -> unit.name().substring(0, 1)),
          traits.maxStackLevel(),
          traits.maxPeriods(),
          traits.takesZero(),
          traits.clockTrusted(),
          traits.ping(),
          traits.settle().map(time -> time.toSeconds()),
          traits.tail().map(tail -> tail.name().toLowerCase(Locale.ROOT)),
          traits.ttl().map(time -> time.toSeconds()),
          traits.writesPerDay(),
          traits.isProven());
    }
  }

  /**
   * How an EVSE stands.
   *
   * @param limitMilliamps the limit it has acknowledged
   * @param mostMilliamps the highest it may be following
   * @param shownBy what showed that it follows the limit that has settled (S2): {@code measured},
   *     {@code offered}, {@code scheduled} or {@code time}; absent if none has
   * @param pilotDutyPercent of that; absent for a pause and for DC
   * @param fallbackCounts whether it would fall back by itself, so that its fallback is counted
   * @param disobeys whether it accepted a limit and goes on drawing more: then its rated maximum is
   */
  record EvseView(
      String site,
      String evse,
      int evseId,
      boolean charging,
      Optional<Integer> limitMilliamps,
      int mostMilliamps,
      Optional<String> shownBy,
      Optional<BigDecimal> pilotDutyPercent,
      Optional<Integer> measuredMilliamps,
      boolean fallbackCounts,
      boolean disobeys,
      int profileWritesToday,
      Optional<Integer> profileWritesPerDay,
      boolean profileWritesHeldBack) {

    static EvseView of(EvseReport report) {
      return new EvseView(
          report.state().site(),
          report.state().evse(),
          report.evseId(),
          report.state().session().isPresent(),
          report.state().acknowledged().map(Acknowledgement::limitMilliamps),
          report.mostMilliamps(),
          report.shownBy().map(source -> source.name().toLowerCase(Locale.ROOT)),
          report.pilotDutyPercent(),
          report.state().measured().map(measured -> measured.milliamps().largest()),
          report.state().baseAccepted() && report.state().fallbackProven(),
          report.state().disobeys(),
          report.writesToday(),
          report.writesPerDay(),
          report.writesHeldBack());
    }
  }

  static StationDetail of(StationView station, Optional<Traits> traits, List<EvseReport> evses) {
    return new StationDetail(
        station, traits.map(ModelView::of), evses.stream().map(EvseView::of).toList());
  }
}
