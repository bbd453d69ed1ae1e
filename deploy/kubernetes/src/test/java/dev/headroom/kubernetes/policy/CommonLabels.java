package dev.headroom.kubernetes.policy;

import static dev.headroom.kubernetes.policy.Policy.when;

import dev.headroom.kubernetes.chart.Manifests;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Objects carry the recommended labels, their namespace, and a name of their own. */
final class CommonLabels implements Policy {

  private static final Set<String> LABELS =
      Set.of(
          "app.kubernetes.io/name",
          "app.kubernetes.io/instance",
          "app.kubernetes.io/component",
          "app.kubernetes.io/part-of",
          "app.kubernetes.io/version",
          "app.kubernetes.io/managed-by",
          "helm.sh/chart");

  @Override
  public List<String> broken(Manifests manifests) {
    Set<String> names = new HashSet<>();
    return manifests.objects().stream()
        .flatMap(
            it ->
                Stream.of(
                    when(
                        !it.getMetadata().getLabels().keySet().containsAll(LABELS),
                        name(it) + " lacks a recommended label"),
                    when(it.getMetadata().getNamespace() == null, name(it) + " has no namespace"),
                    when(!names.add(name(it)), name(it) + " is there twice")))
        .flatMap(it -> it)
        .toList();
  }

  private static String name(HasMetadata object) {
    return object.getKind() + " " + object.getMetadata().getName();
  }
}
