package dev.headroom.contract.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.core.site.Finding;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Small files that would grow large, or deep, or never end. */
@Timeout(60)
class YamlBombTest {

  @Test
  void refusesABillionLaughs() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [lol, lol, lol]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
    }

    assertThat(refused(bomb.toString())).startsWith("bomb:2: error: the alias '*a0'");
  }

  @Test
  void refusesAnAliasOfItself() {
    assertThat(refused("a: &a [*a]")).startsWith("bomb:1: error: the alias '*a'");
  }

  @Test
  void refusesDeepNests() {
    assertThat(refused("[".repeat(400_000))).contains("nested too deeply");
    assertThat(refused("{a: ".repeat(100_000))).contains("nested too deeply");
    assertThat(refused("- ".repeat(200_000) + "a")).contains("nested too deeply");
  }

  @Test
  void refusesLongKeysWithoutRepeatingThem() {
    assertThat(refused("k".repeat(400_000) + ": 1")).hasSizeLessThan(500);
    assertThat(refused("? " + "k".repeat(5_000) + "\n: 1")).hasSizeLessThan(500);
  }

  @Test
  void refusesManyUnknownKeysInTime() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 30_000; i++) {
      many.append("key-").append(i).append(": 1\n");
    }

    assertThat(refused(many.toString())).contains("is not known here").hasLineCount(50);
  }

  @Test
  void refusesNumbersThatWouldNotEnd() {
    var circuit = "spec: {circuits: [{breakerAmps: %s}]}";

    assertThat(refused(circuit.formatted("9".repeat(100_000)))).hasSizeLessThan(5_000);
    assertThat(refused(circuit.formatted("0x" + "f".repeat(1000)))).contains("must be a number");
  }

  @Test
  void refusesNumbersThatWouldNotEndInJsonToo() throws Exception {
    var json =
        new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .readTree(
                """
                {"spec": {"circuits": [
                  {"breakerAmps": 1e2147483000, "continuousFactor": 1e-2147483000}]}}
                """);

    assertThat(SiteYaml.read("proposal", json)).isInstanceOf(SiteFile.Refused.class);
    assertThat(CompletableFuture.supplyAsync(() -> ContentHash.of(json)))
        .succeedsWithin(Duration.ofSeconds(30));
  }

  private static String refused(String yaml) {
    SiteFile file = SiteYaml.read("bomb", yaml);
    assertThat(file).isInstanceOf(SiteFile.Refused.class);
    return String.join(
        "\n", ((SiteFile.Refused) file).findings().stream().map(Finding::describe).toList());
  }
}
