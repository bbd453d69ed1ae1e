package dev.headroom.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.cli.Headroom;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

  private static final String SITE =
      """
      apiVersion: headroom.dev/v1
      kind: Site
      metadata: {name: shop}
      spec:
        supply: 208Y/120
        control: {demandCap: {kilowatts: 36, window: 30m}}
        circuits:
          - name: service
            breakerAmps: 200
            meter: {name: main, accuracyPercent: 1}
            worstCaseBaseAmps: 60
            baseRiseWithinTtlAmps: 20
          - {name: panel, parent: service, breakerAmps: 100}
        evses:
          - {name: one, circuit: panel, branchBreakerAmps: 40, station: S-1, wiring: L1-L2, maximumAmps: 32}
          - {name: two, circuit: panel, branchBreakerAmps: 40, station: S-2, wiring: L2-L3, maximumAmps: 32}
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path directory;
  private Path good = Path.of("");
  private Path bad = Path.of("");

  @BeforeEach
  void writeFiles() throws Exception {
    good = Files.writeString(directory.resolve("good.yaml"), SITE);
    String overloaded = SITE.replace("maximumAmps: 32", "maximumAmps: 40");
    bad = Files.writeString(directory.resolve("bad.yaml"), overloaded);
  }

  private int check(String... arguments) {
    String[] line = new String[arguments.length + 1];
    line[0] = "check";
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    return Headroom.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(line);
  }

  /**
   * 200 A × 0.8 = 160 A for hours; 6 A to either side are √3 × 6 A; 36 kW ÷ (3 × 120 V) = 100 A.
   */
  @Test
  void saysWhatBindsInAmperes() {
    assertThat(check(good.toString())).isZero();
    assertThat(out.toString().replaceAll(" +", " "))
        .contains("good.yaml: accepted, site shop, 208Y/120, demand response")
        .contains("service L1 200 0.8 160 60 100 6 6 166 180 nothing")
        .contains("service L2 200 0.8 160 60 100 10.4 10.4 166 180 nothing")
        .contains("panel L2 100 0.8 80 0 80 10.4 10.4 113 100 nothing")
        .contains("2 of 2 EVSEs can charge at once")
        .contains("Demand cap: 36 kW over 30 min, 100 A on each phase of the service, which binds");
  }

  @Test
  void saysByWhichRuleEvsesShare() throws Exception {
    String shared =
        SITE.replace("window: 30m}", "window: 30m, windows: sliding, burstKilowatts: 40}")
            .replace(
                "{demandCap",
                "{strategy: first-come, sums: plain, tenantWeights: {b: 2, a: 1}, demandCap")
            .replace("station: S-1", "station: S-1, tenant: a")
            .replace("station: S-2", "station: S-2, tenant: b");
    Path file = Files.writeString(directory.resolve("shared.yaml"), shared);

    assertThat(check(good.toString())).isZero();
    assertThat(out.toString()).contains("  Strategy: fair share.\n");
    assertThat(check(file.toString())).isZero();
    assertThat(out.toString())
        .contains(
            "Strategy: first come; tenants' weights: a 1, b 2; currents add up as magnitudes.")
        .contains("36 kW over any 30 min and at most 40 kW at any instant, 100 A");
  }

  /** 75 kVA ÷ 3 ÷ 277 V and ÷ 120 V; above it ½ and ¼ of 6 A are 60° apart. */
  @Test
  void showsTransformersAndNeutrals() throws Exception {
    String behind =
        SITE.replace("208Y/120", "480Y/277")
            .replace(
                "breakerAmps: 100}",
                "breakerAmps: 250, neutralAmps: 100, transformer: {ratedKva: 75, group: Dyn11,"
                    + " primary: 480Y/277, secondary: 208Y/120}}");
    Path file = Files.writeString(directory.resolve("behind.yaml"), behind);

    assertThat(check(file.toString())).isZero();
    assertThat(out.toString().replaceAll(" +", " "))
        .contains("panel primary L2 90.2 1 90.2 0 90.2 4 4 101.9 90.2 nothing")
        .contains("panel secondary L2 208.3 1 208.3 0 208.3 10.4 10.4 235.4 208.3 nothing")
        .contains("panel L2 250 0.8 200 0 200 10.4 10.4 282.5 250 nothing")
        .contains("panel neutral 100 1 100 0 100 0 0 113 100 nothing");
    assertThat(check("--json", file.toString())).isZero();
    assertThat(out.toString()).contains("\"kind\" : \"primary\"", "\"nameplateMilliamps\" : 90252");
  }

  /** Examples too large to be run with simulated chargers are accepted all the same. */
  @Test
  void acceptsTheGaragesBehindTransformers() {
    assertThat(check("../examples/caltech-garage", "../examples/jpl-garage")).isZero();
    assertThat(out.toString())
        .contains("caltech-garage.yaml: accepted", "54 of 54 EVSEs can charge at once")
        .contains("jpl-garage.yaml: accepted", "52 of 52 EVSEs can charge at once")
        .doesNotContain("warning:");
  }

  @Test
  void refusesWithLineAndRemedy() {
    assertThat(check(good.toString(), bad.toString())).isEqualTo(1);
    assertThat(out.toString())
        .contains("bad.yaml: refused")
        .contains("bad.yaml:15: error: spec.evses[0].maximumAmps")
        .contains("(set maximumAmps to 32 or less)")
        .contains("2 files, 1 refused");
  }

  @Test
  void readsEveryFileBelowADirectory() throws Exception {
    Files.writeString(directory.resolve("notes.txt"), "no site");
    Files.copy(good, Files.createDirectory(directory.resolve("more")).resolve("also.yml"));
    assertThat(check(directory.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("more/also.yml: accepted").contains("3 files, 1 refused");
  }

  @Test
  void speaksJsonToo() throws Exception {
    assertThat(check("--json", good.toString(), bad.toString())).isEqualTo(1);
    JsonNode files = new ObjectMapper().readTree(out.toString()).get("files");
    assertThat(files.at("/0/accepted").booleanValue()).isTrue();
    assertThat(files.at("/0/evsesAtOnce").intValue()).isEqualTo(2);
    assertThat(files.at("/0/demandCap/milliampsPerPhase").intValue()).isEqualTo(100_000);
    assertThat(files.at("/0/demandCap/burstWatts").intValue()).isEqualTo(36_000);
    assertThat(files.at("/0/demandCap/windows").textValue()).isEqualTo("block");
    assertThat(files.at("/0/strategy").textValue()).isEqualTo("fair-share");
    assertThat(files.at("/0/sums").textValue()).isEqualTo("phasor");
    assertThat(files.at("/0/tenantWeights").isEmpty()).isTrue();
    assertThat(files.at("/0/conductors/0/continuousMilliamps").intValue()).isEqualTo(160_000);
    assertThat(files.at("/0/conductors/0/linksLostMilliamps").intValue()).isEqualTo(180_000);
    assertThat(files.at("/1/accepted").booleanValue()).isFalse();
    assertThat(files.at("/1/findings/0/line").intValue()).isEqualTo(15);
    assertThat(files.at("/1/findings/0/remedy").textValue()).startsWith("set maximumAmps");
  }

  @Test
  void whatCannotBeReadIsAnErrorOfUse() {
    assertThat(check(directory.resolve("none.yaml").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("there is no file").contains("headroom check --help");
    assertThat(check()).isEqualTo(2);
    assertThat(err.toString()).contains("which file?");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aDirectoryWithoutSitesIsAMistake() throws Exception {
    Path empty = Files.createDirectory(directory.resolve("empty"));
    assertThat(check(empty.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("there is no *.yaml below");
  }
}
