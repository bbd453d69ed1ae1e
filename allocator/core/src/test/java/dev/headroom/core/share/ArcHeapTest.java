package dev.headroom.core.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ArcHeapTest {

  private static final int ARCS = 12;

  /** Against a plain map that is searched from end to end; few levels, so that many are alike. */
  @Test
  void theLowestComesFirstAndOfLikeOnesTheFirstArc() {
    long seed = 20_260_714;
    Random random = new Random(seed);
    ArcHeap heap = new ArcHeap(ARCS);
    Map<Integer, Double> plain = new TreeMap<>();
    for (int i = 0; i < 5000; i++) {
      int arc = random.nextInt(ARCS);
      int what = random.nextInt(100);
      if (what == 0) {
        heap.clear();
        plain.clear();
      } else if (what < 40 && !plain.isEmpty()) {
        heap.removeFirst();
        plain.remove(first(plain));
      } else {
        double level = random.nextInt(6);
        heap.put(arc, level);
        plain.put(arc, level);
      }
      assertThat(heap.levelOf(arc, -1))
          .as("seed %d, change %d", seed, i)
          .isEqualTo(plain.getOrDefault(arc, -1.0));
      if (plain.isEmpty()) {
        assertThat(heap.lowest()).isInfinite();
      } else {
        assertThat(heap.first()).as("seed %d, change %d", seed, i).isEqualTo(first(plain));
        assertThat(heap.lowest()).isEqualTo(plain.get(first(plain)));
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
