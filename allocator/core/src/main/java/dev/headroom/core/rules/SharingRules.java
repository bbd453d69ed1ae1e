package dev.headroom.core.rules;

import dev.headroom.core.site.Finding;
import dev.headroom.core.site.Sharing.Strategy;
import dev.headroom.core.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether the rule by which EVSEs share knows those it speaks of. */
final class SharingRules {

  private static final String PATH = "spec.control.";
  private static final String WEIGHTS = PATH + "tenantWeights";

  private SharingRules() {}

  static List<Finding> check(Site site) {
    List<Finding> findings = new ArrayList<>(checkTenants(site));
    checkNeeds(site.control().sharing().strategy()).ifPresent(findings::add);
    return findings;
  }

  private static List<Finding> checkTenants(Site site) {
    Set<String> weighted = new TreeSet<>(site.control().sharing().tenantWeights().keySet());
    if (weighted.isEmpty()) {
      return List.of();
    }
    Map<String, Long> ports =
        site.evses().stream()
            .flatMap(evse -> evse.tenant().stream())
            .collect(Collectors.groupingBy(it -> it, TreeMap::new, Collectors.counting()));
    List<Finding> findings = new ArrayList<>();
    weighted.stream()
        .filter(tenant -> !ports.containsKey(tenant))
        .forEach(tenant -> findings.add(nobody(tenant, ports.keySet())));
    ports.forEach(
        (tenant, count) -> {
          if (!weighted.contains(tenant)) {
            findings.add(weightless(tenant, count));
          }
        });
    return findings;
  }

  private static Finding nobody(String tenant, Set<String> tenants) {
    return Finding.warning(
        WEIGHTS + "." + tenant,
        "no EVSE has the tenant '%s'".formatted(tenant),
        tenants.isEmpty()
            ? "name the tenant of each EVSE"
            : "the EVSEs' tenants are " + String.join(", ", tenants));
  }

  /**
   * Refused, not warned of: whatever weight were assumed would decide between people who pay, and
   * the likeliest cause is a name spelt in two ways.
   */
  private static Finding weightless(String tenant, long evses) {
    return Finding.error(
        WEIGHTS,
        "tenant '%s' (EVSEs: %d) has no weight, and others have: what it gets against them would be"
                .formatted(tenant, evses)
            + " a guess",
        "add %s: 1, or leave out tenantWeights".formatted(tenant));
  }

  private static Optional<Finding> checkNeeds(Strategy strategy) {
    return switch (strategy) {
      case FAIR_SHARE, PRIORITY_TIERS, FIRST_COME -> Optional.empty();
      case LEAST_LAXITY, EARLIEST_DEADLINE ->
          Optional.of(
              Finding.warning(
                  PATH + "strategy",
                  "%s goes by what vehicles say they need; those that say nothing count last"
                      .formatted(strategy.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                  "only OCPP 2.0.1 chargers that speak ISO 15118 pass it on; where few do, use"
                      + " fair-share"));
    };
  }
}
