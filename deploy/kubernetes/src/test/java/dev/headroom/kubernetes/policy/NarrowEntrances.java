package dev.headroom.kubernetes.policy;

import static dev.headroom.kubernetes.policy.Policy.when;

import dev.headroom.kubernetes.chart.Manifests;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.stream.Stream;

/**
 * From outside, only {@code /ocpp/} over TLS and the meters' DTLS port can be reached: the REST
 * interfaces ask for no credentials. With one network policy there is one for every service.
 */
final class NarrowEntrances implements Policy {

  @Override
  public List<String> broken(Manifests manifests) {
    return Stream.of(
            manifests.of(Ingress.class).stream().flatMap(NarrowEntrances::ofIngress),
            manifests.of(HTTPRoute.class).stream().flatMap(NarrowEntrances::ofRoute),
            manifests.of(Service.class).stream().flatMap(NarrowEntrances::ofService),
            ofPolicies(manifests),
            manifests.of(Deployment.class).stream()
                .filter(
                    it ->
                        !Boolean.FALSE.equals(
                            it.getSpec().getTemplate().getSpec().getEnableServiceLinks()))
                .map(it -> it.getMetadata().getName() + " reads other Services as settings"))
        .flatMap(it -> it)
        .toList();
  }

  private static Stream<String> ofIngress(Ingress ingress) {
    Stream<String> paths =
        ingress.getSpec().getRules().stream()
            .flatMap(rule -> rule.getHttp().getPaths().stream())
            .filter(path -> !path.getPath().equals("/ocpp/"))
            .map(path -> "the Ingress lets in " + path.getPath());
    return Stream.concat(
        paths, when(ingress.getSpec().getTls().isEmpty(), "the Ingress is without TLS"));
  }

  private static Stream<String> ofRoute(HTTPRoute route) {
    return route.getSpec().getRules().stream()
        .flatMap(rule -> rule.getMatches().stream())
        .filter(match -> match.getPath() == null || !"/ocpp".equals(match.getPath().getValue()))
        .map(match -> "the HTTPRoute lets in more than /ocpp");
  }

  private static Stream<String> ofService(Service service) {
    boolean outside = !"ClusterIP".equals(service.getSpec().getType());
    boolean onlyMeters =
        service.getSpec().getPorts().stream().allMatch(it -> "UDP".equals(it.getProtocol()));
    String name = "Service " + service.getMetadata().getName();
    return Stream.concat(
        when(outside && !onlyMeters, name + " shows a REST interface outside"),
        when(
            outside && !"Local".equals(service.getSpec().getExternalTrafficPolicy()),
            name + " hides the meters' addresses"));
  }

  private static Stream<String> ofPolicies(Manifests manifests) {
    List<NetworkPolicy> policies = manifests.of(NetworkPolicy.class);
    Stream<String> directions =
        policies.stream()
            .filter(it -> !it.getSpec().getPolicyTypes().equals(List.of("Ingress", "Egress")))
            .map(it -> "NetworkPolicy " + it.getMetadata().getName() + " leaves a direction open");
    Stream<String> open =
        policies.stream()
            .flatMap(it -> it.getSpec().getIngress().stream())
            .filter(it -> it.getFrom().isEmpty() || it.getPorts().isEmpty())
            .map(it -> "a NetworkPolicy lets anyone in");
    return Stream.of(
            directions,
            open,
            when(
                !policies.isEmpty() && policies.size() != manifests.of(Deployment.class).size(),
                "a service is without NetworkPolicy"))
        .flatMap(it -> it);
  }
}
