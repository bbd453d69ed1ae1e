package dev.headroom.kubernetes.policy;

import dev.headroom.kubernetes.chart.Manifests;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Volumes are mounted, mounts have a volume, and paths in the configuration are mounted. */
final class JoinedVolumes implements Policy {

  private static final List<String> MOUNTED = List.of("/etc/headroom/", "/var/lib/headroom");

  @Override
  public List<String> broken(Manifests manifests) {
    return manifests.of(Deployment.class).stream()
        .flatMap(
            it ->
                Stream.concat(
                        joints(it.getSpec().getTemplate().getSpec()),
                        unmounted(it.getSpec().getTemplate().getSpec(), manifests.properties(it)))
                    .map(text -> it.getMetadata().getName() + ": " + text))
        .toList();
  }

  private static Stream<String> joints(PodSpec pod) {
    Set<String> volumes =
        pod.getVolumes().stream().map(Volume::getName).collect(Collectors.toSet());
    Set<String> mounts = mounts(pod).map(VolumeMount::getName).collect(Collectors.toSet());
    return Stream.concat(
        volumes.stream().filter(it -> !mounts.contains(it)).map(it -> it + " is mounted nowhere"),
        mounts.stream().filter(it -> !volumes.contains(it)).map(it -> it + " is no volume"));
  }

  private static Stream<String> unmounted(PodSpec pod, Properties properties) {
    List<String> paths = mounts(pod).map(VolumeMount::getMountPath).toList();
    return properties.stringPropertyNames().stream()
        .map(properties::getProperty)
        .filter(value -> MOUNTED.stream().anyMatch(value::startsWith))
        .filter(value -> paths.stream().noneMatch(value::startsWith))
        .map(value -> value + " is configured and not mounted");
  }

  private static Stream<VolumeMount> mounts(PodSpec pod) {
    return pod.getContainers().stream().flatMap(it -> it.getVolumeMounts().stream());
  }
}
