package dev.headroom.allocator.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.allocator.limits.Issued;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.CircuitLoad;
import dev.headroom.core.allocation.EvseLimit;
import dev.headroom.core.allocation.Reason;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.evse.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LimitsViewTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  @Test
  void everyEvseCarriesItsReasonAsASentence() {
    var panel =
        new CircuitLoad(
            "panel-a",
            Phase.L2,
            80_000,
            OptionalInt.of(80_000),
            36_000,
            44_000,
            Optional.of(new CircuitLoad.Sharing(4, 0)));
    LimitsView view =
        view(
            List.of(
                new EvseLimit(
                    "bay-7", 11_000, Reason.at(Reason.Kind.FAIR_SHARE, "panel-a", Phase.L2)),
                new EvseLimit("bay-8", 0, Reason.of(Reason.Kind.LOCKED_OFF))),
            List.of(panel));

    assertThat(view.evses().stream().map(LimitsView.EvseView::why))
        .containsExactly(
            "bay-7 gets 11.0 A: its share of L2 on panel-a, which may carry 80.0 A;"
                + " 36.0 A of it is base load and 4 EVSEs share the rest.",
            "bay-8 is paused: an electrician has locked it off.");
  }

  private static LimitsView view(List<EvseLimit> limits, List<CircuitLoad> loads) {
    var allocation = new Allocation("oak", new Revision(5, 7), 3, NOON, limits, loads);
    var known = new Surroundings(Optional.empty(), Map.of(), List.of(), NOON);
    return LimitsView.of(new Issued(allocation, 3, 45, NOON), known);
  }
}
