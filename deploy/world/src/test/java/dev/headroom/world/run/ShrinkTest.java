package dev.headroom.world.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.world.bug.Sabotage;
import dev.headroom.world.chronicle.Chronicle;
import dev.headroom.world.chronicle.Listener;
import dev.headroom.world.fault.Fault;
import dev.headroom.world.fault.Faults;
import dev.headroom.world.oracle.Rule;
import dev.headroom.world.run.Shrink.Shrunk;
import dev.headroom.world.setting.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShrinkTest {

  private static final Duration LENGTH = Duration.ofMinutes(40);

  /** With it the second owner of a site breaks S4; each seed's faults bring one, or none. */
  private static Trial failing() {
    for (long seed = 1; seed <= 20; seed++) {
      Trial trial = new Trial(seed, LENGTH, Overbearing::new);
      Verdict verdict = trial.run(() -> false);
      if (!verdict.clean() && verdict.faults().all().size() > 3) {
        return trial;
      }
    }
    throw new AssertionError("no seed's faults bring a second owner");
  }

  @Test
  void theLeastThatFailsIsOneFaultAndBreaksTheSameRule() {
    Trial trial = failing();
    Verdict whole = trial.run(() -> false);
    List<Integer> tries = new ArrayList<>();
    Shrunk shrunk = Shrink.of(trial, whole, tries::add, () -> false);
    assertEquals(Rule.S4, shrunk.verdict().violations().getFirst().rule());
    assertEquals(1, shrunk.faults().all().size(), () -> shrunk.faults().toString());
    assertTrue(whole.faults().all().containsAll(shrunk.faults().all()));
    assertEquals(tries.size(), shrunk.tries());
    Verdict again =
        trial.run(shrunk.faults(), shrunk.verdict().lived(), Listener.NONE, () -> false);
    assertEquals(shrunk.verdict(), again);
    assertTrue(trial.run(none(), shrunk.verdict().lived(), Listener.NONE, () -> false).clean());
    Duration shorter = shrunk.verdict().lived().minusMillis(500);
    assertTrue(trial.run(shrunk.faults(), shorter, Listener.NONE, () -> false).clean());
  }

  @Test
  void theChronicleTellsTheFaultTheOwnersAndTheViolation() {
    Trial trial = failing();
    Shrunk shrunk = Shrink.of(trial, trial.run(() -> false), _ -> {}, () -> false);
    List<String> lines = new ArrayList<>();
    Chronicle chronicle = new Chronicle(Setting.START, Setting.START, lines::add);
    Verdict told = trial.run(shrunk.faults(), shrunk.verdict().lived(), chronicle, () -> false);
    assertEquals(shrunk.verdict(), told, "who listens changes nothing");
    Fault fault = shrunk.faults().all().getFirst();
    String story = String.join("\n", lines);
    String kind = fault.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    assertTrue(story.contains("  fault: " + kind + ", until 0:"), story);
    assertTrue(story.contains("  a vehicle comes to "), story);
    assertTrue(story.contains(" 200.0 A"), story);
    assertEquals(2, count(lines, "an allocator claims the site as owner"), story);
    assertTrue(lines.getLast().contains("RULE S4 BROKEN: "), story);
  }

  @Test
  void whatIsStoppedIsContentWithWhatItHas() {
    Trial trial = failing();
    Shrunk shrunk = Shrink.of(trial, trial.run(() -> false), _ -> {}, () -> true);
    assertEquals(0, shrunk.tries());
    assertFalse(shrunk.verdict().clean());
  }

  @Test
  void nothingIsShrunkThatDidNotFail() {
    Duration minute = Duration.ofMinutes(1);
    Trial trial = new Trial(1, minute, () -> Sabotage.NONE);
    Verdict clean = trial.run(() -> false);
    assertThrows(
        IllegalArgumentException.class, () -> Shrink.of(trial, clean, _ -> {}, () -> false));
  }

  private static Faults none() {
    return new Faults(List.of());
  }

  private static long count(List<String> lines, String part) {
    return lines.stream().filter(line -> line.contains(part)).count();
  }
}
