package dev.headroom.bench;

import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Load;
import dev.headroom.core.network.Network;
import java.util.ArrayList;
import java.util.List;

/** What nobody can do without: every number of a question and of its network read once. */
final class Floor {

  private final int[] firstLoad;
  private final int[] bound;
  private final double[] factor;

  Floor(Network network) {
    List<List<Integer>> bounds = new ArrayList<>();
    List<List<Double>> factors = new ArrayList<>();
    for (int port = 0; port < network.ports(); port++) {
      bounds.add(new ArrayList<>());
      factors.add(new ArrayList<>());
    }
    for (int b = 0; b < network.bounds().size(); b++) {
      Bound it = network.bounds().get(b);
      for (Load load : it.loads()) {
        bounds.get(load.port()).add(b);
        factors.get(load.port()).add(load.factor());
      }
    }
    firstLoad = new int[network.ports() + 1];
    for (int port = 0; port < network.ports(); port++) {
      firstLoad[port + 1] = firstLoad[port] + bounds.get(port).size();
    }
    bound = bounds.stream().flatMap(List::stream).mapToInt(it -> it).toArray();
    factor = factors.stream().flatMap(List::stream).mapToDouble(it -> it).toArray();
  }

  double read(Look look) {
    var claims = look.claims();
    double sum = 0;
    for (int port = 0; port < claims.ports(); port++) {
      int asked =
          claims.standing()[port]
              + claims.least()[port]
              + claims.most()[port]
              + claims.weight()[port]
              + claims.rank()[port]
              + claims.order()[port]
              + claims.sources()[port]
              + claims.tenants().of()[port];
      for (int load = firstLoad[port]; load < firstLoad[port + 1]; load++) {
        sum += factor[load] * asked + look.room().filling()[bound[load]];
      }
    }
    for (double floors : look.room().floors()) {
      sum += floors;
    }
    return sum;
  }
}
