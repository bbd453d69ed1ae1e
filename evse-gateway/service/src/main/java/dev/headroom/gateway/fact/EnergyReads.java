package dev.headroom.gateway.fact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The latest energy register of each running session: many readings, one write. */
final class EnergyReads {

  private final Map<ChargingKey, Fact> latest = new LinkedHashMap<>();

  synchronized void keep(Fact.EnergyRead read) {
    latest.put(read.key(), read);
  }

  synchronized void ended(ChargingKey key) {
    latest.remove(key);
  }

  synchronized List<Fact> take() {
    List<Fact> taken = List.copyOf(latest.values());
    latest.clear();
    return taken;
  }
}
