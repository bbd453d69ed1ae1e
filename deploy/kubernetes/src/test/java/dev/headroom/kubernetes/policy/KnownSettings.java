package dev.headroom.kubernetes.policy;

import dev.headroom.kubernetes.chart.Chart;
import dev.headroom.kubernetes.chart.Manifests;
import dev.headroom.kubernetes.chart.Module;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Each setting of ours, as property or variable, is one that the service's own README explains. (A
 * test of the tree holds those tables to the code; Quarkus itself tells unknown keys of its own.)
 */
final class KnownSettings implements Policy {

  private static final Pattern KEY = Pattern.compile("`(headroom\\.[a-z][a-z0-9.-]*[a-z0-9])`");

  @Override
  public List<String> broken(Manifests manifests) {
    return manifests.of(Deployment.class).stream()
        .flatMap(it -> unknown(manifests, it).map(key -> Manifests.service(it) + ": " + key))
        .map(it -> it + " is no setting that the README explains")
        .toList();
  }

  private static Stream<String> unknown(Manifests manifests, Deployment deployment) {
    Set<String> known = explained(Module.of(deployment));
    Set<String> variables = known.stream().map(KnownSettings::variable).collect(Collectors.toSet());
    Stream<String> properties =
        manifests.properties(deployment).stringPropertyNames().stream()
            .filter(key -> key.startsWith("headroom.") && !known.contains(key));
    Stream<String> environment =
        deployment.getSpec().getTemplate().getSpec().getContainers().stream()
            .flatMap(container -> container.getEnv().stream())
            .map(EnvVar::getName)
            .filter(name -> name.startsWith("HEADROOM_") && !variables.contains(name));
    return Stream.concat(properties, environment);
  }

  private static Set<String> explained(Module module) {
    return KEY.matcher(Chart.text(module.directory().resolve("README.md")))
        .results()
        .map(it -> it.group(1))
        .collect(Collectors.toSet());
  }

  private static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }
}
