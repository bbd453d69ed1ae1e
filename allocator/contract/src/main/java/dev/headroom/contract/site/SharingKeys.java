package dev.headroom.contract.site;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.contract.form.ChoiceKey;
import dev.headroom.contract.form.NumberKey;
import dev.headroom.contract.form.OpenKey;
import dev.headroom.core.site.Sharing.Strategy;
import dev.headroom.core.site.Sharing.Sums;

/** The keys of {@code spec.control} that say by which rule EVSEs share. */
final class SharingKeys {

  static final ChoiceKey<Strategy> STRATEGY =
      new ChoiceKey<>(
          "strategy",
          "Who is served before whom, once all that fit have their minimum. fair-share: all alike,"
              + " by weight; priority-tiers: the higher priority first; first-come: who plugged in"
              + " first; least-laxity: who has the least time to spare; earliest-deadline: who"
              + " departs first. Vehicles that say nothing of their needs count last in the latter"
              + " two.",
          Strategy.class,
          Strategy.FAIR_SHARE);

  static final OpenKey TENANT_WEIGHTS =
      new OpenKey(
          "tenantWeights",
          "{tenant-1: 2, tenant-2: 1}",
          "Each tenant's share against the others', whatever the number of its EVSEs; these share"
              + " it by their own weights. An EVSE without a tenant stands for itself. Unless"
              + " given, tenants play no part.",
          weights());

  static final ChoiceKey<Sums> SUMS =
      new ChoiceKey<>(
          "sums",
          "How currents of unlike wirings add up: phasor, by magnitude and direction; plain,"
              + " magnitudes alone, which wastes up to 13 %.",
          Sums.class,
          Sums.PHASOR);

  private SharingKeys() {}

  static NumberKey weightOf(String tenant) {
    return NumberKey.whole(tenant, "1", "Its share against the others'.")
        .within(1, 1000)
        .mandatory();
  }

  private static ObjectNode weights() {
    ObjectNode weights = JsonNodeFactory.instance.objectNode().put("type", "object");
    weights.putObject("propertyNames").put("minLength", 1).put("maxLength", 200);
    weights.set("additionalProperties", weightOf("tenant").schema());
    return weights;
  }
}
