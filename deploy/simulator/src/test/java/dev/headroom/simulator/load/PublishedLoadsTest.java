package dev.headroom.simulator.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headroom.actors.load.LoadTrace;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Over the published files themselves, where somebody has put them beside the project. */
class PublishedLoadsTest {

  private static Path published(String name) {
    Path root = Path.of(System.getProperty("headroom.root", "."));
    Path file = root.resolve("../shared/data/site-load").resolve(name).normalize();
    assumeTrue(Files.exists(file), file + " is absent: other people's data is not in the project");
    return file;
  }

  @Test
  void readsTheEuropeanFeeder() {
    LoadTrace trace = LoadFiles.read(published("ieee-eu-lv-profiles.tar.gz"));

    assertThat(trace.phasesMilliamps()).hasSize(3);
    assertThat(trace.length()).isEqualTo(1440);
    assertThat(kilowatts(trace, 0)).isCloseTo(23.4, within(0.1));
    assertThat(kilowatts(trace, 1)).isCloseTo(35.8, within(0.1));
    assertThat(kilowatts(trace, 2)).isCloseTo(20.0, within(0.1));
  }

  private static double kilowatts(LoadTrace trace, int phase) {
    return trace.peakMilliamps(phase) / 1e6 * 230 * 0.95;
  }

  @Test
  void readsTheHousehold() {
    LoadTrace trace = LoadFiles.read(published("uci-household-1min.txt"));

    assertThat(trace.phasesMilliamps()).hasSize(1);
    assertThat(trace.length()).isEqualTo(2880);
    assertThat(trace.phasesMilliamps().getFirst()).startsWith(1400, 1400).endsWith(15_200);
    assertThat(trace.peakMilliamps(0)).isBetween(17_200, 60_000);
  }
}
