package dev.headroom.allocator.history;

import dev.headroom.allocator.history.Series.Kind;
import dev.headroom.allocator.limits.Issued;
import dev.headroom.allocator.limits.LimitsBoard;
import dev.headroom.allocator.limits.LimitsChange;
import dev.headroom.allocator.limits.Placed;
import dev.headroom.allocator.limits.SiteBoard;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.CircuitLoad;
import dev.headroom.core.allocation.EvseLimit;
import dev.headroom.core.evse.EvseState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The histories of all sites, filled from what the logs say, so on every instance alike, and only
 * from its start on: what is older is where it begins.
 */
public final class Histories {

  private final SiteBoard<EvseState> states;
  private final InstantSource clock;
  private final Instant started;
  private final Budget budget;
  private final Map<String, SiteHistory> bySite = new ConcurrentHashMap<>();

  /**
   * Listens from now on.
   *
   * @param bytes for all sites together; with 0 nothing is kept
   */
  public Histories(
      LimitsBoard limits, SiteBoard<EvseState> states, long bytes, InstantSource clock) {
    this.states = states;
    this.clock = clock;
    this.started = clock.instant();
    this.budget = new Budget(bytes);
    if (bytes > 0) {
      limits.watch(this::changed);
      states.watch(this::reported);
    }
  }

  /** What a site was at these moments, in order; empty if nothing is known of it. */
  public Optional<Samples> of(String site, Instant[] moments) {
    return Optional.ofNullable(bySite.get(site))
        .map(history -> history.at(moments, clock.instant()));
  }

  /** From when on a site's history holds; empty if nothing is known of it. */
  public Optional<Instant> since(String site) {
    return Optional.ofNullable(bySite.get(site)).map(history -> history.since(clock.instant()));
  }

  private void changed(LimitsChange change) {
    if (change.issued().isEmpty()) {
      Optional.ofNullable(bySite.remove(change.site())).ifPresent(SiteHistory::release);
      return;
    }
    Issued issued = change.issued().get();
    Map<Series, Integer> values = values(issued.allocation());
    SiteHistory history = bySite.computeIfAbsent(change.site(), site -> new SiteHistory(budget));
    history.series(values.keySet());
    history.put(between(issued.allocation().at()), values);
  }

  /** Neither before the start, when not all was heard, nor in the future. */
  private Instant between(Instant at) {
    Instant now = clock.instant();
    Instant earliest = at.isBefore(started) ? started : at;
    return earliest.isAfter(now) ? now : earliest;
  }

  private Map<Series, Integer> values(Allocation allocation) {
    Map<Series, Integer> values = new HashMap<>();
    for (CircuitLoad load : allocation.circuits()) {
      values.put(of(Kind.MEASURED, load), load.measuredMilliamps().orElse(SiteHistory.UNKNOWN));
      values.put(of(Kind.BASE, load), load.baseMilliamps());
      values.put(of(Kind.EFFECTIVE_LIMIT, load), load.effectiveLimitMilliamps());
    }
    Map<String, EvseState> reports = states.of(allocation.site());
    for (EvseLimit limit : allocation.limits()) {
      values.put(
          new Series(Kind.EVSE_LIMIT, limit.evse(), Optional.empty()), limit.limitMilliamps());
      values.put(
          new Series(Kind.EVSE_MEASURED, limit.evse(), Optional.empty()),
          Optional.ofNullable(reports.get(limit.evse()))
              .map(Histories::measured)
              .orElse(SiteHistory.UNKNOWN));
    }
    return values;
  }

  private static Series of(Kind kind, CircuitLoad load) {
    return new Series(kind, load.circuit(), Optional.of(load.phase()));
  }

  private void reported(Placed<EvseState> placed) {
    EvseState state = placed.value();
    SiteHistory history = bySite.get(state.site());
    if (history != null) {
      var series = new Series(Kind.EVSE_MEASURED, state.evse(), Optional.empty());
      history.put(between(state.at()), Map.of(series, measured(state)));
    }
  }

  /** A charger that cannot be reached measures nothing that is known. */
  private static int measured(EvseState state) {
    return state
        .measured()
        .filter(sample -> state.online())
        .map(sample -> sample.milliamps().largest())
        .orElse(SiteHistory.UNKNOWN);
  }
}
