package dev.headroom.trial.gateway;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Connections that were refused, and that ended though nobody here ended them. Thread-safe. */
final class Troubles {

  private static final int LONGEST = 60;

  private final Map<String, Integer> counts = new TreeMap<>();

  void refused(Throwable why) {
    count("refused: " + why.getMessage());
  }

  void lost(@Nullable String reason) {
    count("lost: " + reason);
  }

  private synchronized void count(String what) {
    counts.merge(what.substring(0, Math.min(LONGEST, what.length())), 1, Integer::sum);
  }

  /** What there was since it was last taken, and how often. */
  synchronized Map<String, Integer> take() {
    Map<String, Integer> taken = new TreeMap<>(counts);
    counts.clear();
    return taken;
  }
}
