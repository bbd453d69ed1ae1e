package dev.headroom.core.breaker;

import java.time.Duration;
import java.util.List;

/**
 * How fast the thermal measure D of a breaker's pole grows above its rating: by dt / B, B being 60
 * s (to 1.13 × rating), 30 s (to 1.25), 20 s (to 1.40), 10 s (to 1.50) and 8 s (to 2.0); more than
 * twice the rating is a violation at once. Stricter than any standard's tripping curve, so that D
 * &lt; 1 means that no healthy breaker tripped.
 */
public final class ThermalMeasure {

  /** More than twice the rating. */
  private static final int VIOLATION_PERMILLE = 2000;

  private record Band(int mostPermille, int seconds) {

    /** For so long D stays within half. */
    Duration half() {
      return Duration.ofMillis(seconds * 500L);
    }
  }

  private static final List<Band> BANDS =
      List.of(
          new Band(1130, 60),
          new Band(1250, 30),
          new Band(1400, 20),
          new Band(1500, 10),
          new Band(VIOLATION_PERMILLE, 8));

  private ThermalMeasure() {}

  /**
   * What D grows by while this load, as a multiple of the rating, lasts for some seconds; nothing
   * up to the rating itself, and endlessly above twice of it.
   */
  public static double growth(double load, double seconds) {
    if (load <= 1) {
      return 0;
    }
    return BANDS.stream()
        .filter(band -> load * 1000 <= band.mostPermille())
        .findFirst()
        .map(band -> seconds / band.seconds())
        .orElse(Double.POSITIVE_INFINITY);
  }

  /**
   * The highest load, in thousandths of the rating, that keeps D from 0 within half for so long.
   */
  public static int highestPermilleFor(Duration time) {
    int highest = 1000;
    for (Band band : BANDS) {
      if (time.compareTo(band.half()) <= 0) {
        highest = band.mostPermille();
      }
    }
    return highest;
  }
}
