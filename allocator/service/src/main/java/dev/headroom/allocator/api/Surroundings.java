package dev.headroom.allocator.api;

import dev.headroom.contract.site.SiteDocument;
import dev.headroom.contract.site.SiteRecord;
import dev.headroom.core.ceiling.Ceiling;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Site;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What is known of a site beside its limits. */
record Surroundings(
    Optional<Site> site, Map<String, EvseState> states, Collection<Ceiling> ceilings, Instant now) {

  static Surroundings of(String site, Boards boards, Instant now) {
    return new Surroundings(
        boards.site(site).flatMap(SiteRecord::accepted).map(SiteDocument::site),
        boards.evses().of(site),
        boards.ceilings().of(site).values(),
        now);
  }

  Optional<Evse> evse(String name) {
    return site.stream()
        .flatMap(known -> known.evses().stream())
        .filter(evse -> evse.name().equals(name))
        .findFirst();
  }

  Optional<Circuit> circuit(String name) {
    return site.stream()
        .flatMap(known -> known.circuits().stream())
        .filter(circuit -> circuit.name().equals(name))
        .findFirst();
  }
}
