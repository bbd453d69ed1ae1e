package dev.headroom.core.demand;

import dev.headroom.core.site.DemandCap;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** What is remembered for a site's demand cap: nothing where there is none. */
public record Demand(Optional<DemandWindow> window) {

  public static final Demand NONE = new Demand(Optional.empty());

  /**
   * What follows.
   *
   * @param watts of the whole site now; empty if they are not known
   * @param worstWatts what they are at most: the worst-case base load and all that EVSEs may draw
   */
  public Demand next(Optional<DemandCap> cap, OptionalLong watts, long worstWatts, Instant now) {
    return new Demand(
        cap.map(
            it ->
                window
                    .map(before -> before.next(it, watts, worstWatts, now))
                    .orElseGet(() -> DemandWindow.begin(it, worstWatts, now))));
  }

  /**
   * The power that EVSEs may take together now.
   *
   * @param baseWatts the base load that is to be expected
   */
  public OptionalLong watts(Optional<DemandCap> cap, long baseWatts) {
    return cap.isPresent() && window.isPresent()
        ? OptionalLong.of(window.get().watts(cap.get(), baseWatts))
        : OptionalLong.empty();
  }

  /** The month's highest window as far as it was watched. */
  public Optional<Peak> peak() {
    return window.map(DemandWindow::peak);
  }
}
