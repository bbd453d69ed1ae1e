package dev.headroom.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.cli.Headroom;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {

  private static final String HEADER =
      "arrival,departure,requested_energy (kWh),delivered_energy (kWh),station_id\n";
  private static final String LEFT =
      "2026-11-02 08:00:00-06:00,2026-11-02 10:00:00-06:00,19.2,9.6,L-1\n";
  private static final String RIGHT =
      "2026-11-02 08:30:00-06:00,2026-11-02 10:00:00-06:00,9.6,9.6,R-1\n";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path directory;
  private Path site = Path.of("");

  @BeforeEach
  void writeSite() throws Exception {
    site = Files.writeString(directory.resolve("site.yaml"), TwoBays.YAML);
  }

  private int simulate(String sessions, String... options) throws Exception {
    Path file = Files.writeString(directory.resolve("sessions.csv"), sessions);
    List<String> line =
        new ArrayList<>(
            List.of("simulate", "--site", site.toString(), "--sessions", file.toString()));
    line.addAll(List.of(options));
    return execute(line.toArray(String[]::new));
  }

  private int execute(String... line) {
    return Headroom.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(line);
  }

  private String output() {
    return out.toString().replaceAll(" +", " ");
  }

  private JsonNode json() throws Exception {
    return new ObjectMapper().readTree(out.toString());
  }

  /** By hand: {@code SimulationTest}. */
  @Test
  void comparesStrategies() throws Exception {
    assertThat(
            simulate(HEADER + LEFT + RIGHT, "--strategy", "fair-share,first-come", "--unmanaged"))
        .isZero();
    assertThat(output())
        .contains("two-bays, 120/240, 2 EVSEs: 2 sessions from 2026-11-02 to 2026-11-02, 0 skipped")
        .contains("column 'delivered_energy (kWh)', 19.2 kWh")
        .contains("site's fair-share 17.8 92.5 1 0.993 0 0 0 0.0 9.6 0 service L1 100.0")
        .contains("site's first-come 16.8 87.5 1 0.980 0 0 0 0.0 9.6 0 service L1 100.0")
        .contains("site's unmanaged 19.2 100.0 2 1.000 0 0 0 0.0 15.4 2 service L1 160.0")
        .contains("service L2 40.0 40.0 40.0 64.0");
    assertThat(err.toString()).isEmpty();
  }

  /** 4.8 kW at 240 V are 20 A. */
  @Test
  void aCapTakesThePlaceOfTheServicesLimit() throws Exception {
    assertThat(simulate(HEADER + LEFT, "--cap-kw", "4.8,100", "--json")).isZero();
    JsonNode rows = json().get("rows");
    assertThat(rows).hasSize(2);
    assertThat(rows.at("/0/capKilowatts").decimalValue()).isEqualByComparingTo("4.8");
    assertThat(rows.at("/0/deliveredKilowattHours").doubleValue()).isEqualTo(9.6);
    assertThat(rows.at("/0/places/0/limitMilliamps").intValue()).isEqualTo(20_000);
    assertThat(rows.at("/0/places/0/largestMilliamps").intValue()).isEqualTo(20_000);
    assertThat(rows.at("/1/peakKilowatts").doubleValue()).isEqualTo(7.68);
    assertThat(rows.at("/1/places/0/largestMilliamps").intValue()).isEqualTo(32_000);
  }

  @Test
  void speaksJson() throws Exception {
    simulate(HEADER + LEFT + RIGHT.replace("R-1", "Z-9"), "--demand", "requested", "--json");
    assertThat(json().at("/wantedColumn").textValue()).isEqualTo("requested_energy (kWh)");
    assertThat(json().at("/skipped/0/sessions").intValue()).isEqualTo(1);
    assertThat(json().at("/skipped/0/examples/0").textValue()).isEqualTo("Z-9");
    JsonNode row = json().at("/rows/0");
    assertThat(row.get("strategy").textValue()).isEqualTo("fair-share");
    assertThat(row.get("wantedKilowattHours").doubleValue()).isEqualTo(19.2);
    assertThat(row.get("deliveredPercent").doubleValue()).isEqualTo(80);
    assertThat(row.get("sessionsServed").intValue()).isZero();
    assertThat(row.at("/waitSeconds/max").intValue()).isZero();
    assertThat(row.get("limitsExceeded").intValue()).isZero();
    assertThat(err.toString()).contains("1 sessions skipped: no EVSE of the site has");
  }

  @Test
  void aPlanNeedsNoDeliveredColumn() throws Exception {
    String plan =
        "arrival,departure,requested_energy (kWh),station_id\n"
            + "2026-11-02 08:00:00-06:00,2026-11-02 10:00:00-06:00,5,left\n";
    assertThat(simulate(plan)).isZero();
    assertThat(output()).contains("column 'requested_energy (kWh)', 5.0 kWh");
    assertThat(simulate(plan, "--demand", "delivered")).isEqualTo(2);
    assertThat(err.toString()).contains("sessions.csv:2: says no delivered_energy (kWh)");
  }

  @Test
  void takesDaysInTheRecordingsOwnTime() throws Exception {
    String late = LEFT.replace("2026-11-02 08", "2026-11-01 23").replace("L-1", "right");
    simulate(HEADER + LEFT + late, "--from", "2026-11-02", "--to", "2026-11-02", "--json");
    assertThat(json().get("sessions").intValue()).isEqualTo(1);
    assertThat(simulate(HEADER + LEFT, "--from", "2027-01-01")).isEqualTo(2);
    assertThat(err.toString()).contains("nobody arrives").contains("from 2026-11-02 to 2026-11-02");
  }

  @Test
  void tenantsHaveTheirOwnTable() throws Exception {
    Files.writeString(site, TwoBays.YAML.replace("station: L-1", "station: L-1, tenant: ada"));
    simulate(HEADER + LEFT);
    assertThat(output()).contains("Tenants:").contains("site's fair-share ada 9.6 9.6 100.0 1.000");
  }

  @Test
  void saysWhatIsWrongWithSessions() throws Exception {
    refuses(HEADER + LEFT.replace("9.6,L", "-1,L"), "sessions.csv:2: column 'delivered_energy");
    refuses(HEADER + LEFT.replace("19.2", "-3"), "sessions.csv:2: column 'requested_energy");
    refuses(HEADER + LEFT + RIGHT.replace("10:00", "08:10"), ":3: column 'departure'");
    refuses(HEADER + LEFT.replace("-06:00", ""), ":2: column 'arrival'");
    refuses(HEADER + LEFT.replace("L-1", "Z"), "no session for site two-bays: 1 sessions skipped");
    refuses(HEADER, "holds no session");
  }

  private void refuses(String sessions, String message) throws Exception {
    assertThat(simulate(sessions)).isEqualTo(2);
    assertThat(err.toString()).contains(message).contains("headroom simulate --help");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithOptions() throws Exception {
    assertThat(execute("simulate")).isEqualTo(2);
    assertThat(err.toString()).contains("which site?");
    assertThat(simulate(HEADER + LEFT, "--strategy", "luck")).isEqualTo(2);
    assertThat(err.toString()).contains("'luck' is none of fair-share, priority-tiers");
    assertThat(simulate(HEADER + LEFT, "--cap-kw", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("--cap-kw lies above 0");
    assertThat(simulate(HEADER + LEFT, "--step", "0s")).isEqualTo(2);
    assertThat(err.toString()).contains("--step lies from 1s");
    assertThat(simulate(HEADER + LEFT, "--base-load", "nowhere")).isEqualTo(2);
    Files.writeString(site, TwoBays.YAML.replace("maximumAmps: 32", "maximumAmps: 64"));
    assertThat(simulate(HEADER + LEFT)).isEqualTo(2);
    assertThat(err.toString()).contains("site.yaml:13: error: spec.evses[0].maximumAmps");
  }

  @Test
  void explainsItself() {
    assertThat(execute("simulate", "--help")).isZero();
    assertThat(out.toString()).contains("--cap-kw KW,...").contains("Exit status: 0; 1 when");
  }

  /** Its peak of 20 A reaches the declared 20 A; what is left of 40 A then is 20 A. */
  @Test
  void leavesRoomForARecordedBaseLoad() throws Exception {
    Path load =
        Files.writeString(
            directory.resolve("load.txt"),
            "\"Date\";\"Time\";\"Global_intensity\"\n"
                + "a;b;20.0\n".repeat(540)
                + "a;b;5.0\n".repeat(900));
    Files.writeString(site, TwoBays.YAML.replace("BaseAmps: 0", "BaseAmps: 20"));
    // 20 A from 08:00 to 09:00, then the vehicle's 32 A: 4.8 + 7.68 kWh.
    simulate(HEADER + LEFT, "--base-load", load.toString(), "--demand", "requested", "--json");
    assertThat(json().at("/rows/0/deliveredKilowattHours").doubleValue()).isEqualTo(12.48);
    assertThat(json().at("/rows/0/places/0/largestMilliamps").intValue()).isEqualTo(40_000);
    assertThat(json().at("/baseLoad").textValue()).isEqualTo("recorded");
  }
}
