package dev.headroom.dr.publish;

import static dev.headroom.dr.event.Events.watts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.ceiling.Ceiling;
import dev.headroom.dr.event.Snapshots.Slot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CeilingChangeTest {

  private static final Slot A = new Slot("a", "events");
  private static final Slot OPERATOR = new Slot("a", "operator");
  private static final Ceiling LOW = new Ceiling("a", "events", false, List.of(watts(0, 1, 1)));
  private static final Ceiling HIGH = new Ceiling("a", "events", false, List.of(watts(0, 1, 2)));

  @Test
  void writesNothingWhereAllIsWell() {
    assertThat(CeilingChange.between(Map.of(A, LOW), Map.of(A, LOW))).isEmpty();
  }

  @Test
  void writesWhatIsMissingOrDifferent() {
    assertThat(CeilingChange.between(Map.of(), Map.of(A, LOW)))
        .containsExactly(new CeilingChange(A, Optional.of(LOW)));
    assertThat(CeilingChange.between(Map.of(A, HIGH), Map.of(A, LOW)))
        .containsExactly(new CeilingChange(A, Optional.of(LOW)));
  }

  @Test
  void deletesWhatNobodyAsksForAnyMore() {
    assertThat(CeilingChange.between(Map.of(A, LOW), Map.of()))
        .containsExactly(new CeilingChange(A, Optional.empty()));
  }

  @Test
  void leavesTheSlotsOfOthersAlone() {
    Ceiling theirs = new Ceiling("a", "operator", false, List.of(watts(0, 1, 1)));
    assertThat(CeilingChange.between(Map.of(OPERATOR, theirs), Map.of())).isEmpty();
  }
}
