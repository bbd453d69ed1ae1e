package dev.headroom.kubernetes.policy;

import static dev.headroom.kubernetes.policy.Policy.when;

import dev.headroom.kubernetes.chart.Manifests;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Each health endpoint has its probe, and a pod has longer to stop than it takes to drain. */
final class WatchedPods implements Policy {

  /** A service's own closing takes a few seconds at most. */
  private static final long CLOSING_SECONDS = 10;

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
    return Stream.of(
            asks(container.getStartupProbe(), "/q/health/started"),
            asks(container.getLivenessProbe(), "/q/health/live"),
            asks(container.getReadinessProbe(), "/q/health/ready"),
            when(
                pod.getTerminationGracePeriodSeconds() == null
                    || pod.getTerminationGracePeriodSeconds()
                        < drainSeconds(container) + CLOSING_SECONDS,
                "terminationGracePeriodSeconds is too short to drain"))
        .flatMap(it -> it);
  }

  private static Stream<String> asks(Probe probe, String path) {
    return when(
        probe == null
            || probe.getHttpGet() == null
            || !path.equals(probe.getHttpGet().getPath())
            || !"http".equals(probe.getHttpGet().getPort().getStrVal()),
        "no probe asks for " + path);
  }

  private static long drainSeconds(Container container) {
    return Optional.ofNullable(container.getLifecycle())
        .map(Lifecycle::getPreStop)
        .map(it -> it.getSleep().getSeconds())
        .orElse(0L);
  }
}
