package dev.headroom.core.site;

import dev.headroom.core.electrical.Supply;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A site's circuits as the tree they form, from the service entrance down to the EVSEs. */
public final class SiteTree {

  private final Site site;
  private final Map<String, Circuit> circuits = new LinkedHashMap<>();
  private final Map<String, List<Circuit>> children = new HashMap<>();
  private final List<Circuit> rootFirst;
  private final Supplies supplies;

  /**
   * Builds the tree.
   *
   * @throws IllegalArgumentException if the circuits form no single tree or an EVSE hangs on none
   */
  public SiteTree(Site site) {
    this.site = site;
    this.supplies = Supplies.of(site);
    site.circuits().forEach(circuit -> circuits.put(circuit.name(), circuit));
    List<Circuit> roots = new ArrayList<>();
    for (Circuit circuit : site.circuits()) {
      circuit.parent().ifPresentOrElse(parent -> adopt(parent, circuit), () -> roots.add(circuit));
    }
    if (roots.size() != 1) {
      throw new IllegalArgumentException(
          "site '%s' needs one service entrance, a circuit without parent; it has %d"
              .formatted(site.name(), roots.size()));
    }
    rootFirst = descend(roots.getFirst());
    if (rootFirst.size() != site.circuits().size()) {
      throw new IllegalArgumentException(
          "site '%s' has circuits that the service entrance does not feed".formatted(site.name()));
    }
    site.evses().forEach(evse -> circuit(evse.circuit()));
  }

  private void adopt(String parent, Circuit child) {
    circuit(parent);
    children.computeIfAbsent(parent, name -> new ArrayList<>()).add(child);
  }

  private List<Circuit> descend(Circuit root) {
    List<Circuit> order = new ArrayList<>();
    Deque<Circuit> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      Circuit circuit = open.removeFirst();
      order.add(circuit);
      open.addAll(childrenOf(circuit));
    }
    return List.copyOf(order);
  }

  /**
   * The circuit of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Circuit circuit(String name) {
    Circuit circuit = circuits.get(name);
    if (circuit == null) {
      throw new IllegalArgumentException(
          "site '%s' has no circuit '%s'".formatted(site.name(), name));
    }
    return circuit;
  }

  public Site site() {
    return site;
  }

  /** The service entrance. */
  public Circuit root() {
    return rootFirst.getFirst();
  }

  /** All circuits, each after the one that feeds it. */
  public List<Circuit> rootFirst() {
    return rootFirst;
  }

  public List<Circuit> childrenOf(Circuit circuit) {
    return children.getOrDefault(circuit.name(), List.of());
  }

  /** The supply of a circuit's lines: the site's, but below a transformer its secondary's. */
  public Supply supplyOf(Circuit circuit) {
    return supplies.of(circuit.name());
  }

  /** The supply that an EVSE hangs on. */
  public Supply supplyOf(Evse evse) {
    return supplies.of(evse.circuit());
  }

  /** The circuits that feed an EVSE, from its own up to the service entrance. */
  public List<Circuit> pathOf(Evse evse) {
    List<Circuit> path = new ArrayList<>();
    Circuit circuit = circuit(evse.circuit());
    path.add(circuit);
    while (circuit.parent().isPresent()) {
      circuit = circuit(circuit.parent().get());
      path.add(circuit);
    }
    return path;
  }
}
