package dev.headroom.kubernetes.policy;

import dev.headroom.kubernetes.chart.Manifests;
import java.util.List;
import java.util.stream.Stream;

/** Something asked of a whole set of objects. */
public interface Policy {

  /** Every policy; what Kubernetes would refuse by itself is none. */
  List<Policy> ALL =
      List.of(
          new RestrictedPods(),
          new WatchedPods(),
          new BoundedPods(),
          new SecretsByReference(),
          new KnownSettings(),
          new JoinedVolumes(),
          new JoinedServices(),
          new CommonLabels(),
          new NarrowEntrances());

  /** What breaks it, as sentences; empty when it is kept. */
  List<String> broken(Manifests manifests);

  /** What breaks any of them. */
  static List<String> allBroken(Manifests manifests) {
    return ALL.stream().flatMap(policy -> policy.broken(manifests).stream()).toList();
  }

  /** The sentence, if it is true. */
  static Stream<String> when(boolean broken, String sentence) {
    return broken ? Stream.of(sentence) : Stream.empty();
  }
}
