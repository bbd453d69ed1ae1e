package dev.headroom.kubernetes.policy;

import static dev.headroom.kubernetes.policy.Policy.when;

import dev.headroom.kubernetes.chart.Manifests;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What selects pods selects those of one service, and ports are ports that they have. */
final class JoinedServices implements Policy {

  @Override
  public List<String> broken(Manifests manifests) {
    return Stream.of(
            manifests.of(Service.class).stream().flatMap(it -> ofService(manifests, it)),
            manifests.of(PodDisruptionBudget.class).stream()
                .flatMap(it -> selects(manifests, it, it.getSpec().getSelector().getMatchLabels())),
            manifests.of(NetworkPolicy.class).stream()
                .flatMap(
                    it -> selects(manifests, it, it.getSpec().getPodSelector().getMatchLabels())),
            manifests.of(Deployment.class).stream()
                .flatMap(it -> selects(manifests, it, it.getSpec().getSelector().getMatchLabels())),
            manifests.of(ServiceMonitor.class).stream().flatMap(it -> scrapes(manifests, it)))
        .flatMap(it -> it)
        .toList();
  }

  private static Stream<String> ofService(Manifests manifests, Service service) {
    Map<String, String> selector = service.getSpec().getSelector();
    Stream<String> ports =
        service.getSpec().getPorts().stream()
            .filter(port -> selected(manifests, selector).noneMatch(it -> listens(it, port)))
            .map(port -> name(service) + ": no container has its port " + port.getName());
    return Stream.concat(selects(manifests, service, selector), ports);
  }

  /** A container's named port of that protocol, and an HTTP port that is the one configured. */
  private static boolean listens(Deployment deployment, ServicePort port) {
    return deployment.getSpec().getTemplate().getSpec().getContainers().stream()
        .flatMap(container -> container.getPorts().stream())
        .anyMatch(it -> isPort(it, port));
  }

  private static boolean isPort(ContainerPort container, ServicePort service) {
    return container.getName().equals(service.getTargetPort().getStrVal())
        && container.getProtocol().equals(service.getProtocol())
        && container.getContainerPort().equals(service.getPort());
  }

  private static Stream<String> selects(
      Manifests manifests, HasMetadata object, Map<String, String> selector) {
    List<Deployment> selected = selected(manifests, selector).toList();
    return when(
        selected.size() != 1
            || !Manifests.service(selected.getFirst()).equals(Manifests.service(object)),
        name(object) + " does not select the pods of its service");
  }

  private static Stream<Deployment> selected(Manifests manifests, Map<String, String> selector) {
    return manifests.of(Deployment.class).stream()
        .filter(
            it ->
                it.getSpec()
                    .getTemplate()
                    .getMetadata()
                    .getLabels()
                    .entrySet()
                    .containsAll(selector.entrySet()));
  }

  private static Stream<String> scrapes(Manifests manifests, ServiceMonitor monitor) {
    Map<String, String> selector = monitor.getSpec().getSelector().getMatchLabels();
    long scraped =
        manifests.of(Service.class).stream()
            .filter(it -> it.getMetadata().getLabels().entrySet().containsAll(selector.entrySet()))
            .filter(
                it ->
                    it.getSpec().getPorts().stream()
                        .anyMatch(
                            port ->
                                port.getName()
                                    .equals(monitor.getSpec().getEndpoints().getFirst().getPort())))
            .count();
    return when(
        scraped != manifests.of(Deployment.class).size(),
        name(monitor) + " scrapes " + scraped + " services");
  }

  private static String name(HasMetadata object) {
    return object.getKind() + " " + object.getMetadata().getName();
  }
}
