package dev.headroom.gateway.fact;

import dev.headroom.gateway.charging.ChargingKey;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The last energy register of each quarter of an hour of each running session: many readings, one
 * write.
 */
final class EnergyReads {

  private record Quarter(ChargingKey key, long quarter) {}

  private static final int AT_LEAST = 1000;
  private static final int SHARE = 10;

  private final Map<Quarter, Fact.EnergyRead> latest = new LinkedHashMap<>();

  synchronized void keep(Fact.EnergyRead read) {
    latest.merge(
        new Quarter(read.key(), read.read().quarter()),
        read,
        (known, other) -> known.read().compareTo(other.read()) < 0 ? other : known);
  }

  /** Those of one session. */
  synchronized List<Fact> take(ChargingKey key) {
    List<Fact> taken = new ArrayList<>();
    for (Iterator<Fact.EnergyRead> reads = latest.values().iterator(); reads.hasNext(); ) {
      Fact.EnergyRead read = reads.next();
      if (read.key().equals(key)) {
        taken.add(read);
        reads.remove();
      }
    }
    return taken;
  }

  /**
   * Those that have waited for longest: all of a thousand sessions, and a tenth of more, so that
   * ten thousand do not keep the database busy with what they show meanwhile.
   */
  synchronized List<Fact> take() {
    int most = Math.max(AT_LEAST, latest.size() / SHARE);
    List<Fact> taken = new ArrayList<>();
    Iterator<Fact.EnergyRead> reads = latest.values().iterator();
    while (reads.hasNext() && taken.size() < most) {
      taken.add(reads.next());
      reads.remove();
    }
    return taken;
  }
}
