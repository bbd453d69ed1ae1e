package dev.headroom.world.process;

import dev.headroom.gateway.core.dialect.StationIdentity;
import dev.headroom.gateway.core.session.OpenTransaction;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the gateway's database holds: it outlives the gateway. */
final class Register {

  private final Map<String, StationIdentity> identities = new HashMap<>();
  private final Map<String, Map<String, OpenTransaction>> open = new HashMap<>();
  private int transactions;

  Optional<StationIdentity> identityOf(String station) {
    return Optional.ofNullable(identities.get(station));
  }

  void booted(String station, StationIdentity identity) {
    identities.put(station, identity);
  }

  List<OpenTransaction> openOf(String station) {
    return List.copyOf(open.getOrDefault(station, Map.of()).values());
  }

  void started(String station, OpenTransaction transaction) {
    open.computeIfAbsent(station, _ -> new LinkedHashMap<>()).put(transaction.id(), transaction);
  }

  void ended(String station, String transactionId) {
    open.getOrDefault(station, new LinkedHashMap<>()).remove(transactionId);
  }

  int nextTransaction() {
    return ++transactions;
  }
}
