package dev.headroom.core.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EventsTest {

  private static final int PORTS = 40;

  /** Against a plain map that is searched from end to end; few levels, so that many are alike. */
  @Test
  void theLowestComesFirstAndOfLikeOnesTheFirstPort() {
    long seed = 20_260_715;
    Random random = new Random(seed);
    Events events = new Events(PORTS);
    for (int round = 0; round < 300; round++) {
      Map<Integer, Double> plain = new TreeMap<>();
      events.clear();
      for (int port = 0; port < PORTS; port++) {
        double level = random.nextInt(12);
        events.add(port, level);
        plain.put(port, level);
      }
      events.order();
      while (!plain.isEmpty()) {
        int first = first(plain);
        assertThat(events.size()).isEqualTo(plain.size());
        assertThat(events.port()).as("seed %d, round %d", seed, round).isEqualTo(first);
        assertThat(events.level()).isEqualTo(plain.get(first));
        change(events, plain, random);
      }
      assertThat(events.isEmpty()).isTrue();
      assertThat(events.level()).isInfinite();
    }
  }

  private static void change(Events events, Map<Integer, Double> plain, Random random) {
    int first = first(plain);
    switch (random.nextInt(8)) {
      case 0 -> {
        int of = 2 + random.nextInt(4);
        events.retain(port -> port % of != 0);
        plain.keySet().removeIf(port -> port % of == 0);
      }
      case 1, 2, 3 -> {
        double later = events.level() + random.nextInt(5);
        events.putOff(later);
        plain.put(first, later);
      }
      default -> {
        assertThat(events.take()).isEqualTo(first);
        plain.remove(first);
      }
    }
  }

  private static int first(Map<Integer, Double> plain) {
    return plain.entrySet().stream()
        .min(
            Map.Entry.<Integer, Double>comparingByValue()
                .thenComparing(Comparator.comparing(Map.Entry::getKey)))
        .orElseThrow()
        .getKey();
  }
}
