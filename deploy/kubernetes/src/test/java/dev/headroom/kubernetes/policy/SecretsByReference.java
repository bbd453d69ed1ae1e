package dev.headroom.kubernetes.policy;

import dev.headroom.kubernetes.chart.Manifests;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** No secret is written out: variables come from Secrets, and properties only name variables. */
final class SecretsByReference implements Policy {

  private static final Pattern SECRET = Pattern.compile("password|secret|jaas|token|private");
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{[A-Z0-9_]+}");

  @Override
  public List<String> broken(Manifests manifests) {
    return Stream.concat(
            manifests.of(Deployment.class).stream().flatMap(SecretsByReference::variables),
            manifests.of(ConfigMap.class).stream().flatMap(SecretsByReference::settings))
        .toList();
  }

  private static Stream<String> variables(Deployment deployment) {
    return deployment.getSpec().getTemplate().getSpec().getContainers().stream()
        .flatMap(container -> container.getEnv().stream())
        .filter(it -> isSecret(it.getName()) && !fromSecret(it))
        .map(it -> deployment.getMetadata().getName() + ": " + it.getName() + " is written out");
  }

  private static boolean fromSecret(EnvVar variable) {
    return variable.getValueFrom() != null && variable.getValueFrom().getSecretKeyRef() != null;
  }

  private static Stream<String> settings(ConfigMap map) {
    return map.getData()
        .getOrDefault("application.properties", "")
        .lines()
        .map(line -> line.split("=", 2))
        .filter(line -> line.length == 2 && isSecret(line[0]))
        .filter(line -> !REFERENCE.matcher(line[1]).matches())
        .map(line -> map.getMetadata().getName() + ": " + line[0] + " is written out");
  }

  private static boolean isSecret(String name) {
    return SECRET.matcher(name.toLowerCase(Locale.ROOT)).find();
  }
}
