package dev.headroom.allocator.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatchdogTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Pulses pulses = new Pulses();
  private boolean brokerIsLost;
  private int halts;
  private final Watchdog watchdog =
      new Watchdog(
          pulses,
          Duration.ofSeconds(12),
          Duration.ofSeconds(30),
          () -> brokerIsLost,
          () -> halts++);

  private void passes(int seconds) {
    for (int second = 0; second < seconds; second++) {
      watchdog.look(SECOND);
    }
  }

  @Test
  void aThreadThatGoesOnIsNotStuck() {
    Pulses.Pulse pulse = pulses.begin("partition 3");
    for (int minute = 0; minute < 10; minute++) {
      passes(11);
      pulse.beat();
    }
    assertThat(watchdog.stuck()).isEmpty();
    assertThat(halts).isZero();
  }

  @Test
  void oneThatDoesNotIsToldAndEndsTheProcessLater() {
    Pulses.Pulse still = pulses.begin("partition 3");
    Pulses.Pulse other = pulses.begin("partition 4");
    passes(12);
    assertThat(watchdog.stuck()).isEmpty();
    other.beat();
    passes(1);
    assertThat(watchdog.stuck()).hasValue("partition 3 for PT12S");
    passes(17);
    other.beat();
    assertThat(halts).isZero();
    passes(1);
    assertThat(halts).isEqualTo(1);
    still.beat();
    passes(1);
    assertThat(watchdog.stuck()).isEmpty();
  }

  /** A suspended process must not end because it was suspended. */
  @Test
  void aTimeInWhichNobodyLookedCountsForLittle() {
    Pulses.Pulse pulse = pulses.begin("partition 3");
    passes(2);
    watchdog.look(Duration.ofHours(1));
    assertThat(watchdog.stuck()).isEmpty();
    pulse.beat();
    passes(5);
    assertThat(halts).isZero();
  }

  @Test
  void withoutABrokerAThreadMayWaitForIt() {
    pulses.begin("partition 3");
    passes(25);
    brokerIsLost = true;
    passes(60);
    assertThat(watchdog.stuck()).isEmpty();
    brokerIsLost = false;
    passes(12);
    assertThat(watchdog.stuck()).isEmpty();
    assertThat(halts).isZero();
  }

  @Test
  void whatWasGivenAwayNeedNotBeat() throws InterruptedException {
    pulses.begin("partition 3").end();
    Thread gone = new Thread(() -> pulses.begin("partition 4"));
    gone.start();
    gone.join();
    passes(60);
    assertThat(halts).isZero();
  }

  @Test
  void zeroIsForNever() {
    var patient = new Watchdog(pulses, SECOND, Duration.ZERO, () -> false, () -> halts++);
    pulses.begin("partition 3");
    for (int second = 0; second < 1000; second++) {
      patient.look(SECOND);
    }
    assertThat(patient.stuck()).isPresent();
    assertThat(halts).isZero();
  }

  @Test
  void itIsToldWhereAThreadIsStuck() throws InterruptedException {
    Thread stuck = new Thread(Stuck::hang);
    stuck.setDaemon(true);
    stuck.start();
    while (stuck.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    assertThat(Watchdog.stackOf(stuck)).contains("Object.wait", "Stuck.hang");
  }

  @Test
  void aProcessWithAStuckThreadEndsWithACodeOfItsOwn() throws Exception {
    File log = new File("target", "stuck.log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Stuck.class.getName())
            .redirectOutput(log)
            .redirectErrorStream(true)
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(Watchdog.EXIT_CODE);
    } finally {
      process.destroyForcibly();
    }
  }

  /** A process whose only task hangs; it also would not shut down in order. */
  static final class Stuck {

    private Stuck() {}

    public static void main(String[] args) throws InterruptedException {
      Runtime.getRuntime().addShutdownHook(new Thread(Stuck::hang));
      Pulses pulses = new Pulses();
      Thread task =
          new Thread(
              () -> {
                pulses.begin("partition 7").beat();
                hang();
              });
      task.start();
      new Watchdog(
              pulses,
              Duration.ofMillis(100),
              Duration.ofMillis(600),
              () -> false,
              () -> Runtime.getRuntime().halt(Watchdog.EXIT_CODE))
          .start();
      task.join();
    }

    private static void hang() {
      Object never = new Object();
      synchronized (never) {
        while (true) {
          try {
            never.wait();
          } catch (InterruptedException ignored) {
            // It hangs, whatever is asked of it.
          }
        }
      }
    }
  }
}
