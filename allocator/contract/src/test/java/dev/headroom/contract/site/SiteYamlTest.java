package dev.headroom.contract.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.DemandCap;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Finding;
import dev.headroom.core.site.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteYamlTest {

  @TempDir Path directory;

  private static final String WHOLE = WholeSite.YAML;

  @Test
  void readsEveryKey() {
    Site site = accepted(SiteYaml.read("garage.yaml", WHOLE)).document().site();

    assertThat(site).isEqualTo(WholeSite.site());
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

  /** Kept at every instant, which meets block and sliding windows alike. */
  @Test
  void aDemandCapWithoutABurstIsItsOwn() {
    String plain = WHOLE.replace(", windows: sliding, burstKilowatts: 110", "");

    assertThat(accepted(SiteYaml.read("a", plain)).document().site().control().demandCap())
        .contains(new DemandCap(90_500, Duration.ofMinutes(30)));
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
            "garage.yaml:31: warning: spec.circuits[1].breakerAmps: circuit 'panel-a' is rated"
                + " 500 A, above the 400 A of its parent 'service' (check both nameplates; the"
                + " parent's rating binds)");
  }

  @Test
  void placesWhatTenantsLackInTheFile() {
    String more = WHOLE.replace("{acme: 3}", "\n      acme: 3\n      bolt: 1");
    String other = WHOLE.replace("{acme: 3}", "{bolt: 1}");

    assertThat(accepted(SiteYaml.read("garage.yaml", more)).warnings())
        .extracting(Finding::describe)
        .containsExactly(
            "garage.yaml:18: warning: spec.control.tenantWeights.bolt: no EVSE has the tenant"
                + " 'bolt' (the EVSEs' tenants are acme)");
    assertThat(refused(SiteYaml.read("garage.yaml", other)))
        .contains("garage.yaml:16: error: spec.control.tenantWeights: tenant 'acme' (EVSEs: 1)");
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
