package dev.headroom.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.headroom.kubernetes.chart.Chart;
import dev.headroom.kubernetes.chart.ValuesSet;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The alerts of {@code deploy/alerts}: sound, tried, explained, and in the chart. */
class AlertRulesTest {

  private static final Path ALERTS = Chart.HOME.resolveSibling("alerts");
  private static final Path RULES = ALERTS.resolve("headroom-rules.yaml");
  private static final String PAGES = "deploy/alerts/runbooks/";
  private static final List<String> HEADINGS =
      List.of("## What it means for the breaker", "## What to look at", "## What to do");

  @Test
  void promtoolFindsTheRulesSound() throws Exception {
    assertThat(promtool("check", "rules", RULES.toString())).contains("SUCCESS");
  }

  /** {@code tests.yaml}: a course of the metrics, and which alert there is then. */
  @Test
  void promtoolSeesEachAlertFireAndBeSilent() throws Exception {
    assertThat(promtool("test", "rules", ALERTS.resolve("tests.yaml").toString()))
        .contains("SUCCESS");
  }

  @Test
  void eachAlertHasACaseInWhichItFiresAndOneInWhichItDoesNot() throws IOException {
    Map<String, Set<Boolean>> cases = new TreeMap<>();
    for (JsonNode test : yaml(ALERTS.resolve("tests.yaml")).path("tests")) {
      for (JsonNode asked : test.path("alert_rule_test")) {
        cases
            .computeIfAbsent(asked.path("alertname").asText(), name -> new TreeSet<>())
            .add(!asked.path("exp_alerts").isEmpty());
      }
    }
    assertThat(cases.keySet()).isEqualTo(alerts().keySet());
    assertThat(cases.values()).allSatisfy(each -> assertThat(each).containsExactly(false, true));
  }

  @Test
  void eachAlertHasAPageAndEachPageAnAlert() throws IOException {
    Map<String, JsonNode> alerts = alerts();
    alerts.forEach(
        (name, rule) -> {
          JsonNode said = rule.path("annotations");
          assertThat(said.path("runbook_url").asText()).isEqualTo(PAGES + name + ".md");
          assertThat(said.path("summary").asText()).isNotEmpty();
          assertThat(said.path("description").asText()).isNotEmpty();
          assertThat(rule.path("labels").path("severity").asText()).isIn("critical", "warning");
          String page = Chart.text(ALERTS.resolve("runbooks").resolve(name + ".md"));
          assertThat(page).startsWith("# " + name + "\n").contains(HEADINGS);
        });
    try (Stream<Path> pages = Files.list(ALERTS.resolve("runbooks"))) {
      assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
          .containsExactlyInAnyOrderElementsOf(alerts.keySet());
    }
  }

  @NeedsHelm
  @Test
  void theChartHasTheSameRulesWithTheAddressOfThePages() throws IOException {
    var rendered = Chart.ofCheckout().render(ValuesSet.EVERYTHING).of(PrometheusRule.class);
    assertThat(rendered).hasSize(1);
    Map<String, Rule> ofChart =
        rendered.getFirst().getSpec().getGroups().stream()
            .flatMap(group -> group.getRules().stream())
            .collect(Collectors.toMap(Rule::getAlert, rule -> rule));
    Map<String, JsonNode> alerts = alerts();
    assertThat(ofChart.keySet()).isEqualTo(alerts.keySet());
    ofChart.forEach(
        (name, rule) -> {
          JsonNode same = Objects.requireNonNull(alerts.get(name));
          assertThat(rule.getExpr().getStrVal()).isEqualTo(same.path("expr").asText());
          assertThat(Optional.ofNullable(rule.getFor()).orElse(""))
              .isEqualTo(same.path("for").asText());
          assertThat(rule.getAnnotations())
              .containsEntry("summary", same.path("annotations").path("summary").asText())
              .containsEntry(
                  "runbook_url", "https://wiki.example.com/headroom/runbooks/" + name + ".md");
        });
  }

  private static Map<String, JsonNode> alerts() throws IOException {
    Map<String, JsonNode> alerts = new TreeMap<>();
    for (JsonNode group : yaml(RULES).path("groups")) {
      group
          .path("rules")
          .forEach(rule -> assertThat(alerts.put(rule.path("alert").asText(), rule)).isNull());
    }
    assertThat(alerts).isNotEmpty();
    return alerts;
  }

  private static JsonNode yaml(Path file) throws IOException {
    return new YAMLMapper().readTree(file.toFile());
  }

  /**
   * {@code promtool}, of Debian's package {@code prometheus}: what it said, if it found no fault.
   */
  private static String promtool(String... arguments) throws Exception {
    Optional<Path> promtool =
        Stream.of(System.getenv("PATH").split(":"))
            .map(directory -> Path.of(directory, "promtool"))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(promtool.isPresent(), "promtool is not on the PATH: Debian package prometheus");
    Process process =
        new ProcessBuilder(
                Stream.concat(Stream.of(promtool.get().toString()), Stream.of(arguments)).toList())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
