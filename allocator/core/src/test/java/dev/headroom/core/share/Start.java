package dev.headroom.core.share;

import java.util.Arrays;

/**
 * Where ports stand before anybody rises.
 *
 * @param in who may rise from there
 */
record Start(double[] milliamps, boolean[] in) {

  /** Of milliamperes or milliwatts: what doubles may miss. */
  static final double LITTLE = 0.01;

  /** By letting one port in after the other. */
  static Start of(Situation situation) {
    Claims claims = situation.claims();
    Subsets subsets = new Subsets(situation);
    double[] milliamps = Arrays.stream(claims.standing()).asDoubleStream().toArray();
    boolean[] in = new boolean[milliamps.length];
    for (int port : claims.order()) {
      if (!asks(claims, port)) {
        continue;
      }
      double before = milliamps[port];
      milliamps[port] = Math.max(before, claims.floor(port));
      in[port] =
          milliamps[port] == before
              || subsets.keeps(p -> p == port, situation.room().floors(), milliamps, LITTLE);
      milliamps[port] = in[port] ? milliamps[port] : before;
    }
    return new Start(milliamps, in);
  }

  /** Whether it could use more, and accepts a current that is more. */
  static boolean asks(Claims claims, int port) {
    return claims.most()[port] > claims.standing()[port]
        && claims.floor(port) <= claims.most()[port];
  }
}
