package dev.headroom.contract.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.core.electrical.AcInput;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.core.electrical.Supply;
import dev.headroom.core.electrical.SupplySystem;
import dev.headroom.core.electrical.Wiring;
import dev.headroom.core.site.BaseRises;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.DemandCap;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Finding;
import dev.headroom.core.site.Meter;
import dev.headroom.core.site.Output;
import dev.headroom.core.site.Site;
import dev.headroom.core.site.StationAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteYamlTest {

  @TempDir Path directory;

  static final String WHOLE =
      """
      apiVersion: headroom.dev/v1
      kind: Site
      metadata:
        name: garage-1
      spec:
        supply: 208Y/120
        voltage: {lineToLineVolts: 212, lowestPercent: 87.5}
        control:
          mode: dynamic
          fallback: pause
          openAcknowledgedBy: nobody, it is not open
          staleAfter: 4s
          raiseDelay: 1m
          demandCap: {kilowatts: 90.5, window: 30m}
        circuits:
          - name: service
            breakerAmps: 400
            continuousFactor: 1.0
            meter: {name: main, accuracyPercent: 0.5}
            worstCaseBaseAmps: {L1: 120, L2: 110.5, L3: 90}
            neutral: false
            largestBaseStepAmps: 30
            baseRiseWithinTtlAmps: 45.5
          - name: panel-a
            parent: service
            breakerAmps: 200
            phases: [L1, L2]
        evses:
          - name: port-1
            circuit: panel-a
            branchBreakerAmps: 50
            station: CP-0001
            evseId: 2
            wiring: L1-L2
            maximumAmps: 40
            minimumAmps: 6.5
            fallbackAmps: 8
            pilotAmps: [8, 6.5, 16, 40]
            pausable: false
            priority: 3
            weight: 2
            tenant: acme
            lockedOff: true
            lockedOffBy: J. Smith, master electrician, 2026-04-02
          - name: port-2
            circuit: service
            branchBreakerAmps: 40
            station: CP-0002
            wiring: L2-L3-L1
            maximumAmps: 32
          - name: port-3
            circuit: service
            branchBreakerAmps: 100
            station: CP-0003
            wiring: L1-L2-L3
            dc:
              ratedKilowatts: 20
              minimumKilowatts: 2.5
              fallbackKilowatts: 5
              efficiency: 0.94
              powerFactor: 0.98
      """;

  @Test
  void readsEveryKey() {
    Site site = accepted(SiteYaml.read("garage.yaml", WHOLE)).document().site();

    assertThat(site)
        .isEqualTo(
            new Site(
                "garage-1",
                new Supply(SupplySystem.WYE_208Y_120, 212, 875),
                new Control(
                    Control.Mode.DYNAMIC,
                    Control.Fallback.PAUSE,
                    Duration.ofSeconds(4),
                    Duration.ofMinutes(1),
                    Optional.of(new DemandCap(90_500, Duration.ofMinutes(30)))),
                List.of(service(), panel()),
                List.of(firstPort(), secondPort(), thirdPort())));
  }

  private static Circuit service() {
    return new Circuit(
        "service",
        Optional.empty(),
        400_000,
        1000,
        Set.of(Phase.values()),
        Optional.of(new Meter("main", 5)),
        Optional.of(new PerPhase(Map.of(Phase.L1, 120_000, Phase.L2, 110_500, Phase.L3, 90_000))),
        false,
        new BaseRises(OptionalInt.of(30_000), OptionalInt.of(45_500)));
  }

  private static Circuit panel() {
    return new Circuit(
        "panel-a",
        Optional.of("service"),
        200_000,
        800,
        Set.of(Phase.L1, Phase.L2),
        Optional.empty(),
        Optional.empty());
  }

  private static Evse firstPort() {
    return new Evse(
        "port-1",
        "panel-a",
        50_000,
        new StationAddress("CP-0001", 2),
        new Wiring.LineToLine(Phase.L1, Phase.L2),
        new Output.Ac(40_000, 6500, 8000, new PilotSteps.Set(6500, 8000, 16_000, 40_000)),
        false,
        3,
        2,
        Optional.of("acme"),
        true);
  }

  private static Evse secondPort() {
    return new Evse(
        "port-2",
        "service",
        40_000,
        new StationAddress("CP-0002", 1),
        new Wiring.ThreePhase(Phase.L2),
        32_000,
        6000,
        0,
        true,
        0,
        1,
        Optional.empty(),
        false);
  }

  private static Evse thirdPort() {
    AcInput input = new AcInput(321, 940, 980); // 0.875 × √3 × 212 V
    return new Evse(
        "port-3",
        "service",
        100_000,
        new StationAddress("CP-0003", 1),
        new Wiring.ThreePhase(Phase.L1),
        new Output.Dc(20_000, 2500, 5000, input),
        true,
        0,
        1,
        Optional.empty(),
        false);
  }

  @Test
  void readsTheShortestSiteWithItsDefaults() {
    Site site =
        accepted(
                SiteYaml.read(
                    "home.yaml",
                    """
                    apiVersion: headroom.dev/v1
                    kind: Site
                    metadata: {name: home}
                    spec:
                      supply: 120/240
                      circuits:
                        - {name: service, breakerAmps: 200, worstCaseBaseAmps: 80}
                      evses:
                        - name: garage
                          circuit: service
                          branchBreakerAmps: 60
                          station: "0042"
                          wiring: L1-L2
                          maximumAmps: 48
                          minimumAmps: 8
                    """))
            .document()
            .site();

    assertThat(site.control())
        .isEqualTo(
            new Control(Control.Fallback.MINIMUM, Duration.ofSeconds(5), Duration.ofSeconds(10)));
    assertThat(site.circuits().getFirst().phases()).containsExactlyInAnyOrder(Phase.L1, Phase.L2);
    assertThat(site.circuits().getFirst().worstCaseBaseMilliamps())
        .contains(new PerPhase(Map.of(Phase.L1, 80_000, Phase.L2, 80_000)));
    assertThat(site.evses().getFirst().fallbackMilliamps()).isEqualTo(8000);
    assertThat(site.evses().getFirst().address().stationId()).isEqualTo("0042");
  }

  @Test
  void aFallbackThatIsNotDeclaredIsACurrentTheEvseAccepts() {
    String some = WHOLE.replace("maximumAmps: 32", "maximumAmps: 32\n      pilotAmps: [8, 16, 24]");
    String minimum = some.replace("fallback: pause", "fallback: minimum");
    String open = some.replace("fallback: pause", "fallback: open");

    assertThat(secondFallback(some)).isZero();
    assertThat(secondFallback(minimum)).isEqualTo(8000);
    assertThat(secondFallback(open)).isEqualTo(24_000);
    assertThat(secondFallback(minimum.replace("[8, 16, 24]", "whole"))).isEqualTo(6000);
  }

  private static int secondFallback(String yaml) {
    return accepted(SiteYaml.read("garage.yaml", yaml))
        .document()
        .site()
        .evses()
        .get(1)
        .fallbackMilliamps();
  }

  @Test
  void readsBothWordsForAllCurrentsOfAStep() {
    assertThat(stepsOf("tenths")).isEqualTo(PilotSteps.TENTHS);
    assertThat(stepsOf("whole")).isEqualTo(PilotSteps.AMPERES);
    assertThat(stepsOf("[16, 8]")).isEqualTo(new PilotSteps.Set(8000, 16_000));
  }

  private static PilotSteps stepsOf(String pilotAmps) {
    String yaml = WHOLE.replace("[8, 6.5, 16, 40]", pilotAmps);
    return accepted(SiteYaml.read("garage.yaml", yaml))
        .document()
        .site()
        .evses()
        .getFirst()
        .output()
        .steps();
  }

  /** What chargers take unattended then is what counts wherever a fallback does. */
  @Test
  void anOpenFallbackIsTheRatedMaximum() {
    String open = WHOLE.replace("fallback: pause", "fallback: open");

    Site site = accepted(SiteYaml.read("garage.yaml", open)).document().site();

    assertThat(site.evses())
        .extracting(Evse::fallbackMilliamps)
        .startsWith(8000, 32_000); // the first declares its own
    assertThat(refused(SiteYaml.read("garage.yaml", open.replace("openAcknowledgedBy", "#"))))
        .contains("nobody acknowledged it");
  }

  @Test
  void readsJsonToo() throws Exception {
    SiteDocument fromYaml = accepted(SiteYaml.read("garage.yaml", WHOLE)).document();
    String json = fromYaml.definition().toPrettyString();

    SiteDocument fromJson = accepted(SiteYaml.read("garage.json", json)).document();

    assertThat(fromJson).isEqualTo(fromYaml);
  }

  @Test
  void hashesContentNotLayout() {
    String other = WHOLE.replace("1.0\n", "1.000 # 100 %-rated\n").replace("4s", "\"4s\"");

    assertThat(accepted(SiteYaml.read("a", other)).document().contentHash())
        .isEqualTo(accepted(SiteYaml.read("b", WHOLE)).document().contentHash())
        .hasSize(64);
    assertThat(accepted(SiteYaml.read("c", WHOLE.replace("4s", "3s"))).document().contentHash())
        .isNotEqualTo(accepted(SiteYaml.read("b", WHOLE)).document().contentHash());
  }

  @Test
  void placesWarningsInTheFile() {
    String crowded = WHOLE.replace(" breakerAmps: 200", " breakerAmps: 500");

    assertThat(accepted(SiteYaml.read("garage.yaml", crowded)).warnings())
        .extracting(Finding::describe)
        .containsExactly(
            "garage.yaml:26: warning: spec.circuits[1].breakerAmps: circuit 'panel-a' is rated"
                + " 500 A, above the 400 A of its parent 'service' (check both nameplates; the"
                + " parent's rating binds)");
  }

  @Test
  void readsFiles() throws Exception {
    Path file = Files.writeString(directory.resolve("garage.yaml"), WHOLE);

    assertThat(SiteYaml.read(file)).isEqualTo(SiteYaml.read(file.toString(), WHOLE));
  }

  @Test
  void neverThrowsAtAFileThatCannotBeRead() throws Exception {
    Path binary = Files.write(directory.resolve("binary.yaml"), new byte[] {(byte) 0xff, 0, 1});
    Path huge = Files.write(directory.resolve("huge.yaml"), new byte[(1 << 19) + 1]);

    assertThat(refused(SiteYaml.read(directory.resolve("none.yaml"))))
        .contains(directory + "/none.yaml:1: error: there is no such file (check the path)");
    assertThat(refused(SiteYaml.read(directory))).contains("error: cannot be read");
    assertThat(refused(SiteYaml.read(binary))).contains("error: not UTF-8");
    assertThat(refused(SiteYaml.read(huge))).contains("error: larger than 512 KiB");
    assertThat(refused(SiteYaml.read("text", "a".repeat((1 << 19) + 1))))
        .contains("error: larger than 512 KiB");
  }

  @Test
  void readsWhatWasAcceptedOnceThoughTheRulesGrewStricter() {
    String tooMuch = WHOLE.replace("BreakerAmps: 50\n", "BreakerAmps: 41\n");
    assertThat(SiteYaml.read("garage.yaml", tooMuch)).isInstanceOf(SiteFile.Refused.class);
    var parsed = assertParses(tooMuch);

    assertThat(SiteDocument.of(parsed).site().evses().getFirst().branchBreakerMilliamps())
        .isEqualTo(41_000);
  }

  private static JsonNode assertParses(String yaml) {
    try {
      return YamlTree.parse(yaml).document();
    } catch (YamlTree.Unreadable e) {
      throw new AssertionError(e);
    }
  }

  private static SiteFile.Read accepted(SiteFile file) {
    assertThat(file).isInstanceOf(SiteFile.Read.class);
    return (SiteFile.Read) file;
  }

  private static String refused(SiteFile file) {
    assertThat(file).isInstanceOf(SiteFile.Refused.class);
    return String.join(
        "\n", ((SiteFile.Refused) file).findings().stream().map(Finding::describe).toList());
  }

  @Test
  void survivesAnyBytes() {
    byte[] whole = WHOLE.getBytes(UTF_8);
    for (int i = 0; i < whole.length; i++) {
      byte[] broken = whole.clone();
      broken[i] = (byte) (broken[i] ^ 0x15);
      assertThat(SiteYaml.read("broken", new String(broken, UTF_8))).isNotNull();
      assertThat(SiteYaml.read("cut", new String(whole, 0, i, UTF_8))).isNotNull();
    }
  }
}
