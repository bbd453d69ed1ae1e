package dev.headroom.kubernetes.policy;

import static dev.headroom.kubernetes.policy.Policy.when;

import dev.headroom.kubernetes.chart.Manifests;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Memory is bounded, the heap by a share of it, and scratch space too; pods are spread. */
final class BoundedPods implements Policy {

  @Override
  public List<String> broken(Manifests manifests) {
    return manifests.of(Deployment.class).stream()
        .flatMap(
            it ->
                ofPod(it.getSpec().getTemplate().getSpec())
                    .map(text -> it.getMetadata().getName() + ": " + text))
        .toList();
  }

  private static Stream<String> ofPod(PodSpec pod) {
    Container container = pod.getContainers().getFirst();
    ResourceRequirements resources =
        Objects.requireNonNullElseGet(container.getResources(), ResourceRequirements::new);
    return Stream.of(
            when(!resources.getRequests().containsKey("cpu"), "no CPU is requested"),
            when(
                !resources.getRequests().containsKey("memory")
                    || !Objects.equals(
                        resources.getRequests().get("memory"), resources.getLimits().get("memory")),
                "memory is not both requested and limited, alike"),
            when(
                container.getEnv().stream().noneMatch(BoundedPods::boundsHeap),
                "the heap is no share of the memory"),
            when(
                pod.getVolumes().stream().anyMatch(BoundedPods::unbounded),
                "an emptyDir may grow without end"),
            when(
                pod.getTopologySpreadConstraints().stream()
                    .noneMatch(it -> "kubernetes.io/hostname".equals(it.getTopologyKey())),
                "pods are not spread over nodes"))
        .flatMap(it -> it);
  }

  private static boolean boundsHeap(EnvVar variable) {
    return variable.getName().equals("JDK_JAVA_OPTIONS")
        && variable.getValue().contains("-XX:MaxRAMPercentage=");
  }

  private static boolean unbounded(Volume volume) {
    return volume.getEmptyDir() != null && volume.getEmptyDir().getSizeLimit() == null;
  }
}
