package dev.headroom.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.cli.Headroom;
import dev.headroom.core.allocation.Allocation;
import dev.headroom.world.bug.Sabotage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ChaosCommandTest {

  private static final String[] SMALL = {
    "--seed", "5", "--seeds", "2", "--hours", "0.25", "--threads", "2"
  };

  /** Gives every EVSE far more than it is rated for, which breaks S4 at once, without a fault. */
  private static final class Lavish implements Sabotage {
    @Override
    public Allocation issued(Allocation allocation, long newestEpoch) {
      return new Allocation(
          allocation.site(),
          allocation.revision(),
          allocation.siteVersion(),
          allocation.at(),
          allocation.limits().stream().map(limit -> limit.withMilliamps(200_000)).toList(),
          allocation.circuits());
    }
  }

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int chaos(String... options) {
    String[] line = new String[options.length + 1];
    line[0] = "chaos";
    System.arraycopy(options, 0, line, 1, options.length);
    return execute(Headroom.commandLine(), line);
  }

  private int sabotaged(String... options) {
    return execute(new CommandLine(new ChaosCommand(Lavish::new)), options);
  }

  private int execute(CommandLine command, String... line) {
    return command
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(line);
  }

  private JsonNode json() throws Exception {
    return new ObjectMapper().readTree(out.toString());
  }

  @Test
  void theVerdictIsOneScreenWithFigures() {
    assertThat(chaos(SMALL)).isZero();
    assertThat(out.toString())
        .contains("Chaos: seeds 5 to 6, 0.25 h each: 0.5 site-hours in ")
        .containsPattern("energy delivered   [1-9][0-9]*\\.[0-9] kWh")
        .containsPattern("raises judged      [1-9]")
        .contains("hottest breaker    D 0.")
        .containsPattern("base step +2")
        .endsWith("No rule was broken at 2 sites.\n");
    assertThat(out.toString().lines().count()).isLessThanOrEqualTo(24);
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 110);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void speaksJson() throws Exception {
    assertThat(chaos("--seeds", "1", "--hours", "0.1", "--json")).isZero();
    assertThat(json().get("clean").booleanValue()).isTrue();
    assertThat(json().get("complete").booleanValue()).isTrue();
    assertThat(json().get("siteHours").doubleValue()).isEqualTo(0.1);
    assertThat(json().at("/runs/0/seed").longValue()).isEqualTo(1);
    assertThat(json().at("/runs/0/violations")).isEmpty();
    assertThat(json().at("/faults/BASE_STEP").isInt()).isTrue();
  }

  /** The command line that a failure names tells the same violation. */
  @Test
  void aFailureIsShrunkAndItsReplayToldInWords() {
    assertThat(sabotaged(SMALL)).isEqualTo(1);
    String verdict = out.toString();
    assertThat(verdict)
        .contains("2 of 2 sites BROKE A RULE:")
        .containsPattern("seed 5 at 0:00:0[0-9.]+: S4, .* is given 200000 mA")
        .contains(" under no fault at all");
    String line =
        verdict
            .lines()
            .filter(it -> it.startsWith("What happened: headroom chaos "))
            .findFirst()
            .orElseThrow();
    String[] options = line.substring("What happened: headroom chaos ".length()).split(" ", -1);
    assertThat(sabotaged(options)).isEqualTo(1);
    assertThat(out.toString().substring(verdict.length()))
        .contains("an allocator claims the site as owner ")
        .contains(" 200.0 A.")
        .contains("RULE S4 BROKEN: ");
  }

  @Test
  void sitesOfAnyKindAreJudgedAndReplayed() throws Exception {
    assertThat(chaos("--seeds", "2", "--hours", "0.1", "--sites", "any", "--json")).isZero();
    assertThat(json().get("proof").textValue()).isEqualTo("DAYS");
    out.getBuffer().setLength(0);
    assertThat(chaos("--replay", "2", "--sites", "any", "--hours", "0.1", "--from", "0:00:00"))
        .isZero();
    assertThat(out.toString()).contains("an allocator claims the site").contains("no rule was");
  }

  @Test
  void aReplayIsSteppedThrough() {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream("\n\nq\n".getBytes(StandardCharsets.UTF_8)));
      assertThat(chaos("--replay", "5", "--hours", "0.25", "--from", "0:00:00", "--step")).isZero();
    } finally {
      System.setIn(before);
    }
    assertThat(out.toString().lines().filter(line -> line.matches(" +0:00:.*")).count())
        .as("three lines, what is told in the same instant, and the end")
        .isBetween(3L, 6L);
  }

  @Test
  void steppingIsForReplays() {
    assertThat(chaos("--step")).isEqualTo(2);
    assertThat(err.toString()).contains("--step go with --replay");
  }

  @Test
  void aReplayTellsOfVehiclesAndFaultsFromWhereItIsAsked() {
    assertThat(chaos("--replay", "5", "--hours", "0.25", "--from", "0:02", "--until", "0:14:30"))
        .isZero();
    assertThat(out.toString())
        .startsWith("Seed 5, ")
        .contains(" from 0:02:00.0 to 0:14:30.0 at most")
        .contains("fault: base step, until ")
        .contains("a vehicle comes to ")
        .contains(" at its charger, from ")
        .endsWith("0:14:30.0  no rule was broken\n");
    assertThat(out.toString().lines().skip(1)).noneMatch(told -> told.contains(" 0:01:"));
  }

  @Test
  void saysWhatIsWrongWithOptions() {
    refuses("hours lie above 0", "--hours", "0");
    refuses("no number of hours", "--hours", "soon");
    refuses("--seeds lies from 1", "--seeds", "0");
    refuses("--threads lies from 1", "--threads", "0");
    refuses("go with --replay", "--until", "0:10");
    refuses("no time since the run began", "--replay", "1", "--until", "10m");
    refuses("not in JSON", "--replay", "1", "--json");
    refuses("--faults names numbers from 1", "--replay", "1", "--faults", "99");
    assertThat(out.toString()).isEmpty();
  }

  private void refuses(String message, String... options) {
    assertThat(chaos(options)).isEqualTo(2);
    assertThat(err.toString()).contains(message).contains("See: headroom chaos --help");
  }

  @Test
  void explainsItself() {
    assertThat(chaos("--help")).isZero();
    assertThat(out.toString()).contains("--replay SEED").contains("Exit status: 0 no rule");
  }
}
