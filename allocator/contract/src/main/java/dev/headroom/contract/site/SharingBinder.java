package dev.headroom.contract.site;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.contract.form.Fields;
import dev.headroom.contract.form.Key;
import dev.headroom.contract.form.Shape;
import dev.headroom.core.site.Sharing;
import dev.headroom.core.site.Sharing.Strategy;
import dev.headroom.core.site.Sharing.Sums;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** By which rule EVSEs share, as written under {@code spec.control}. */
final class SharingBinder {

  private static final int LONGEST_TENANT = 200;

  private SharingBinder() {}

  static Sharing sharing(Fields control) {
    Strategy strategy = control.choice(SharingKeys.STRATEGY);
    Sums sums = control.choice(SharingKeys.SUMS);
    Map<String, Integer> weights =
        control
            .value(SharingKeys.TENANT_WEIGHTS)
            .flatMap(it -> weights(control, it))
            .orElse(Map.of());
    return new Sharing(strategy, weights, sums);
  }

  /** Empty if anything is wrong with them: that was said then. */
  private static Optional<Map<String, Integer>> weights(Fields control, JsonNode value) {
    List<String> tenants = new ArrayList<>();
    value.fieldNames().forEachRemaining(tenants::add);
    if (tenants.stream().anyMatch(it -> it.isBlank() || it.length() > LONGEST_TENANT)) {
      control.error(
          SharingKeys.TENANT_WEIGHTS,
          "a tenant's name has 1 to %d characters".formatted(LONGEST_TENANT),
          "write " + SharingKeys.TENANT_WEIGHTS.howTo());
      return Optional.empty();
    }
    List<Key> keys = tenants.stream().<Key>map(SharingKeys::weightOf).toList();
    Shape shape = Shape.of(keys.toArray(Key[]::new));
    Fields each = control.mapping(SharingKeys.TENANT_WEIGHTS, value, shape);
    Map<String, Integer> weights = new HashMap<>();
    tenants.forEach(it -> weights.put(it, each.number(SharingKeys.weightOf(it))));
    return each.built(() -> Map.copyOf(weights));
  }
}
