package dev.headroom.kubernetes.policy;

import static dev.headroom.kubernetes.policy.Policy.when;

import dev.headroom.kubernetes.chart.Manifests;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The Pod Security Standard «restricted», a root file system nobody writes, and no token. */
final class RestrictedPods implements Policy {

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
    PodSecurityContext security =
        Objects.requireNonNullElseGet(pod.getSecurityContext(), PodSecurityContext::new);
    Stream<String> own =
        Stream.of(
                when(!yes(security.getRunAsNonRoot()), "runAsNonRoot is not true"),
                when(
                    security.getRunAsUser() == null || security.getRunAsUser() < 1000,
                    "runAsUser is none of the plain users"),
                when(
                    security.getSeccompProfile() == null
                        || !"RuntimeDefault".equals(security.getSeccompProfile().getType()),
                    "seccompProfile is not RuntimeDefault"),
                when(
                    !Boolean.FALSE.equals(pod.getAutomountServiceAccountToken()),
                    "a service account's token is mounted"),
                when(
                    yes(pod.getHostNetwork()) || yes(pod.getHostPID()) || yes(pod.getHostIPC()),
                    "a namespace of the host is shared"),
                when(
                    !pod.getVolumes().stream().allMatch(RestrictedPods::allowed),
                    "a volume is of the host"))
            .flatMap(it -> it);
    return Stream.concat(own, pod.getContainers().stream().flatMap(RestrictedPods::ofContainer));
  }

  private static Stream<String> ofContainer(Container container) {
    SecurityContext security =
        Objects.requireNonNullElseGet(container.getSecurityContext(), SecurityContext::new);
    return Stream.of(
            when(
                !Boolean.FALSE.equals(security.getAllowPrivilegeEscalation()),
                "allowPrivilegeEscalation is not false"),
            when(!yes(security.getReadOnlyRootFilesystem()), "readOnlyRootFilesystem is not true"),
            when(yes(security.getPrivileged()), "it is privileged"),
            when(
                security.getCapabilities() == null
                    || !security.getCapabilities().getDrop().equals(List.of("ALL"))
                    || !security.getCapabilities().getAdd().isEmpty(),
                "capabilities are not dropped, ALL of them"))
        .flatMap(it -> it);
  }

  private static boolean allowed(Volume volume) {
    return volume.getConfigMap() != null
        || volume.getSecret() != null
        || volume.getEmptyDir() != null;
  }

  private static boolean yes(Boolean value) {
    return Boolean.TRUE.equals(value);
  }
}
