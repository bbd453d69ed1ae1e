package dev.headroom.trial.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.contract.limits.LimitsRecord;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.core.allocation.EvseLimit;
import dev.headroom.core.allocation.Reason;
import dev.headroom.core.evse.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CutsTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final Reason WHY =
      new Reason(
          Reason.Kind.FAIR_SHARE,
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          OptionalInt.empty());

  private final Cuts cuts = new Cuts();

  @Test
  void aCutOnANewReadingAnswersIt() {
    assertThat(timed(16_000, 0)).isEmpty();
    assertThat(timed(12_000, 1)).contains(NOON.plusSeconds(1));
  }

  @Test
  void aRaiseAnswersNoReadingNorDoesASecondCutOnTheSameOne() {
    assertThat(timed(16_000, 0)).isEmpty();
    assertThat(timed(20_000, 1)).isEmpty();
    assertThat(timed(12_000, 1)).isEmpty();
  }

  private Optional<Instant> timed(int milliamps, int second) {
    Instant at = NOON.plusSeconds(second);
    var allocation =
        new Allocation(
            "oak",
            new Revision(1, second),
            1,
            at,
            List.of(new EvseLimit("left", milliamps, WHY)),
            List.of());
    return cuts.answer(new LimitsRecord.SiteLimits(allocation, Optional.of(at))).readAt();
  }
}
