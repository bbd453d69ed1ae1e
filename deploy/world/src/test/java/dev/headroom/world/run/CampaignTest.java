package dev.headroom.world.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.world.bug.Sabotage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CampaignTest {

  private static final Duration LENGTH = Duration.ofMinutes(25);

  private static Campaign of(int threads) {
    return new Campaign(3, 4, LENGTH, threads, Overbearing::new);
  }

  @Test
  void verdictsDoNotDependOnTheNumberOfThreads() throws Exception {
    List<Verdict> one = of(1).run(_ -> {}, () -> false);
    List<Verdict> told = new ArrayList<>();
    List<Verdict> three = of(3).run(told::add, () -> false);
    assertEquals(one, three);
    assertEquals(List.of(3L, 4L, 5L, 6L), one.stream().map(Verdict::seed).toList());
    assertEquals(4, told.size());
    assertTrue(one.stream().mapToLong(Verdict::raises).sum() > 0);
  }

  /** On one thread no run begins after the first is done. */
  @Test
  void whatIsStoppedSaysWhatWasDone() throws Exception {
    AtomicBoolean stopped = new AtomicBoolean();
    List<Verdict> done = of(1).run(_ -> stopped.set(true), stopped::get);
    assertEquals(List.of(3L), done.stream().map(Verdict::seed).toList());
    List<Verdict> none = of(2).run(_ -> {}, () -> true);
    assertTrue(none.isEmpty());
  }

  @Test
  void aRunThatFailsIsNamedByItsSeed() {
    Campaign campaign =
        new Campaign(
            7,
            1,
            LENGTH,
            1,
            () -> {
              throw new IllegalStateException("not even begun");
            });
    Exception failed =
        assertThrows(IllegalStateException.class, () -> campaign.run(_ -> {}, () -> false));
    assertTrue(failed.toString().contains("seed 7"), failed::toString);
  }

  @Test
  void stoppedInTheMiddleARunEndsWhereItIs() {
    int[] looks = {0};
    Verdict verdict = new Trial(3, LENGTH, () -> Sabotage.NONE).run(() -> ++looks[0] > 10);
    assertEquals(Duration.ofSeconds(5), verdict.lived());
    assertTrue(verdict.clean());
  }
}
