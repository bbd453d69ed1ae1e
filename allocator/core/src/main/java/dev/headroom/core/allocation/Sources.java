package dev.headroom.core.allocation;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.site.SiteTree;
import java.util.List;

/**
 * The independent currents of all ports of a site in a row: those of port 0, of port 1, and so on.
 *
 * @param first port p has the sources from {@code first[p]} up to {@code first[p + 1]}
 * @param lines the lines of the site that each source flows in
 */
record Sources(int[] first, List<List<Phase>> lines) {

  static Sources of(SiteTree tree) {
    List<List<List<Phase>>> ofPorts =
        tree.site().evses().stream().map(evse -> evse.wiring().sourceLines()).toList();
    int[] first = new int[ofPorts.size() + 1];
    for (int port = 0; port < ofPorts.size(); port++) {
      first[port + 1] = first[port] + ofPorts.get(port).size();
    }
    return new Sources(first, ofPorts.stream().flatMap(List::stream).toList());
  }

  int ports() {
    return first.length - 1;
  }

  int count() {
    return lines.size();
  }

  /** Every port draws this on all of its sources. */
  Flows flows(int[] milliampsOfPort) {
    int[] milliamps = new int[count()];
    for (int port = 0; port < ports(); port++) {
      for (int source = first[port]; source < first[port + 1]; source++) {
        milliamps[source] = milliampsOfPort[port];
      }
    }
    return new Flows(milliamps);
  }

  /**
   * Every port draws this on those of its sources that its vehicle uses.
   *
   * @param used by port, as the bit mask of {@code Claims}
   */
  Flows flows(int[] milliampsOfPort, int[] used) {
    int[] milliamps = new int[count()];
    for (int port = 0; port < ports(); port++) {
      for (int source = first[port]; source < first[port + 1]; source++) {
        boolean uses = (used[port] >> (source - first[port]) & 1) != 0;
        milliamps[source] = uses ? milliampsOfPort[port] : 0;
      }
    }
    return new Flows(milliamps);
  }
}
