package dev.headroom.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.LintResult;
import dev.headroom.contract.site.SiteFile;
import dev.headroom.contract.site.SiteYaml;
import dev.headroom.kubernetes.chart.Chart;
import dev.headroom.kubernetes.chart.Manifests;
import dev.headroom.kubernetes.chart.ValuesSet;
import dev.headroom.kubernetes.policy.Policy;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The chart as it is: rendered by Helm, read without a field lost, and no policy broken. */
@NeedsHelm
class ChartTest {

  private final Chart chart = Chart.ofCheckout();

  @Test
  void helmFindsNothingToComplainOf() {
    LintResult lint = chart.lintStrictly();
    assertThat(lint.isFailed()).as("%s", lint.getMessages()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void everyPolicyIsKept(ValuesSet values) {
    assertThat(Policy.allBroken(chart.render(values))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void allFourServicesAreThere(ValuesSet values) {
    assertThat(chart.render(values).of(Deployment.class))
        .extracting(Manifests::service)
        .containsExactlyInAnyOrder("allocator", "evse-gateway", "dr-adapter", "meter-ingest");
  }

  @Test
  void whatIsOptionalIsThereOnlyWhenAskedFor() {
    assertThat(kinds(ValuesSet.DEFAULTS))
        .containsOnly("ConfigMap", "Deployment", "PodDisruptionBudget", "Service");
    assertThat(kinds(ValuesSet.EVERYTHING))
        .contains("Ingress", "HTTPRoute", "NetworkPolicy", "ServiceMonitor", "PrometheusRule");
  }

  private Iterable<String> kinds(ValuesSet values) {
    return chart.render(values).objects().stream().map(it -> it.getKind()).toList();
  }

  @Test
  void theSitesOfItsExampleCanBeRun(@TempDir Path directory) throws Exception {
    var sites = chart.render(ValuesSet.EVERYTHING).configMap("lot-sites").orElseThrow().getData();
    assertThat(sites).containsOnlyKeys("home.yaml");
    Path file = Files.writeString(directory.resolve("home.yaml"), sites.get("home.yaml"));
    assertThat(SiteYaml.read(file)).isInstanceOf(SiteFile.Read.class);
  }

  @Test
  void sitesComeFromOnePlace() {
    assertThatThrownBy(
            () ->
                chart.render(
                    ValuesSet.EVERYTHING, Map.of("allocator.sites.existingConfigMap", "mine")))
        .hasMessageContaining("either files or existingConfigMap");
  }

  @Test
  void podsAreStartedAnewWhenTheirConfigurationChanges() {
    String before = checksum(Map.of());
    assertThat(checksum(Map.of("topics.replication", "5"))).isNotEqualTo(before);
    assertThat(checksum(Map.of("drAdapter.terminationGracePeriodSeconds", "60"))).isEqualTo(before);
  }

  private String checksum(Map<String, String> settings) {
    return Objects.requireNonNull(
        chart
            .render(ValuesSet.DEFAULTS, settings)
            .deployment("allocator")
            .getSpec()
            .getTemplate()
            .getMetadata()
            .getAnnotations()
            .get("checksum/config"));
  }

  @Test
  void itsImagesAreOfTheVersionThatIsBuilt() {
    String pom = Chart.text(Path.of(System.getProperty("headroom.root"), "pom.xml"));
    String version = pom.replaceFirst("(?s).*?\\n {2}<version>(.*?)</version>.*", "$1");
    assertThat(
            chart
                .render(ValuesSet.DEFAULTS)
                .deployment("dr-adapter")
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers())
        .extracting(it -> it.getImage())
        .containsExactly("localhost/headroom/dr-adapter:" + version);
  }
}
