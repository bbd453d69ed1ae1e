package dev.headroom.simulator.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.actors.load.LoadTrace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadFilesTest {

  private static final String HEADER = "\"Date\";\"Time\";\"Global_intensity\";\"DateTime\"\n";

  @TempDir private Path directory;
  private final Map<String, String> feeder = new LinkedHashMap<>();

  @BeforeEach
  void writeAFeederOfThreeLoads() {
    feeder.put(
        "./Loads.txt",
        """
        New Load.LOAD1 Phases=1 Bus1=34.1 kV=0.25 kW=1 PF=0.8 Yearly=Shape_1
        New Load.LOAD2 Phases=1 Bus1=47.2 kV=0.25 kW=2 PF=0.8 Yearly=Shape_2
        New Load.LOAD3 Phases=1 Bus1=9.1 kV=0.25 kW=1 PF=0.8 Yearly=Shape_2
        """);
    feeder.put(
        "./LoadShapes.txt",
        """
        New Loadshape.Shape_1 npts=3 minterval=1 mult=(file=profiles/one.txt) useactual=true
        New Loadshape.Shape_2 npts=3 minterval=1 mult=(file=profiles/two.txt) useactual=true
        """);
    feeder.put("./profiles/one.txt", "     0.200     \r\n     1.0     \r\n     0.0     \r\n");
    feeder.put("./profiles/two.txt", "0.1\n0.2\n0.3\n");
  }

  private Path archive() throws IOException {
    Path file = directory.resolve("feeder.tar.gz");
    try (var gzip = new GzipCompressorOutputStream(Files.newOutputStream(file));
        var tar = new TarArchiveOutputStream(gzip)) {
      for (Map.Entry<String, String> text : feeder.entrySet()) {
        byte[] bytes = text.getValue().getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(text.getKey());
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
      }
    }
    return file;
  }

  private Path text(String text) throws IOException {
    return Files.writeString(directory.resolve("load.txt"), text);
  }

  @Test
  void addsUpAFeederPerPhase() throws IOException {
    LoadTrace trace = LoadFiles.read(archive());

    assertThat(trace.interval()).isEqualTo(Duration.ofMinutes(1));
    assertThat(trace.phasesMilliamps())
        .containsExactly(List.of(1500, 6000, 1500), List.of(1000, 2000, 3000));
  }

  @Test
  void readsAHouseholdsAmperes() throws IOException {
    LoadTrace trace =
        LoadFiles.read(
            text(
                HEADER
                    + "\"01/02/2007\";\"00:00:00\";\"1.400\";2007-02-01 00:00:00\n"
                    + "\"01/02/2007\";\"00:01:00\";\"?\";2007-02-01 00:01:00\n"
                    + "\"01/02/2007\";\"00:02:00\";\"17.2\";2007-02-01 00:02:00\n"));

    assertThat(trace.phasesMilliamps()).containsExactly(List.of(1400, 1400, 17_200));
  }

  @Test
  void saysWhereATextIsWrong() throws IOException {
    assertThatThrownBy(() -> LoadFiles.read(text("a;b\n1;2\n")))
        .isInstanceOf(UnreadableLoad.class)
        .hasMessageContaining("load.txt:1")
        .hasMessageContaining("Global_intensity");
    assertThatThrownBy(() -> LoadFiles.read(text(HEADER + "x;y;NaN;z\n")))
        .hasMessageContaining("load.txt:2");
    assertThatThrownBy(() -> LoadFiles.read(text(HEADER + "x;y;-1;z\n")))
        .hasMessageContaining("outside 0 to 20,000 A");
    assertThatThrownBy(() -> LoadFiles.read(text(HEADER))).hasMessageContaining("no measurement");
    assertThatThrownBy(() -> LoadFiles.read(directory.resolve("absent")))
        .isInstanceOf(UnreadableLoad.class)
        .hasMessageContaining("absent");
  }

  @Test
  void saysWhereAFeederIsWrong() throws IOException {
    assertFeederFails("./profiles/two.txt", "0.1\n0.2\n", "shapes of 3 and 2 values");
    assertFeederFails("./profiles/two.txt", "0.1\nNaN\n0.3\n", "two.txt");
    assertFeederFails("./profiles/two.txt", "\n", "two.txt is empty");
    assertFeederFails("./Loads.txt", "New Load.A Bus1=34 kV=1 kW=1 PF=1 Yearly=Shape_1", "Bus1=34");
    assertFeederFails(
        "./Loads.txt", "New Load.A Bus1=34.1 kV=0 kW=1 PF=1 Yearly=Shape_1", "kv is 0");
    assertFeederFails("./Loads.txt", "New Load.A Bus1=34.1 kV=1 kW=1 PF=1 Yearly=Other", "other");
    assertFeederFails("./Loads.txt", "", "no load");
    feeder.remove("./Loads.txt");
    assertThatThrownBy(() -> LoadFiles.read(archive())).hasMessageContaining("no Loads.txt");
  }

  private void assertFeederFails(String name, String text, String message) throws IOException {
    String before = feeder.put(name, text);
    assertThatThrownBy(() -> LoadFiles.read(archive()))
        .isInstanceOf(UnreadableLoad.class)
        .hasMessageContaining("feeder.tar.gz")
        .hasMessageContaining(message);
    feeder.put(name, String.valueOf(before));
  }
}
