package dev.headroom.gateway.core.model;

import dev.headroom.gateway.core.dialect.StationIdentity;
import java.util.Comparator;
import java.util.Locale;

/**
 * Which chargers are meant: patterns in which {@code *} stands for any characters, none included.
 * Case does not matter.
 */
public record ModelPattern(String vendor, String model, String firmware)
    implements Comparable<ModelPattern> {

  private static final String ANY = "*";

  /** The more of the model is spelt out the more specific, then of the firmware, the vendor. */
  private static final Comparator<ModelPattern> SPECIFICITY =
      Comparator.<ModelPattern>comparingInt(pattern -> weight(pattern.model))
          .thenComparingInt(pattern -> weight(pattern.firmware))
          .thenComparingInt(pattern -> weight(pattern.vendor));

  /** Every firmware of a model. */
  public static ModelPattern of(String vendor, String model) {
    return new ModelPattern(vendor, model, ANY);
  }

  /** A station that names no firmware is met by {@code *} alone. */
  public boolean matches(StationIdentity identity) {
    return matches(vendor, identity.vendor())
        && matches(model, identity.model())
        && matches(firmware, identity.firmware().orElse(""));
  }

  /** {@code Vendor/Model}, with the firmware behind it where some are meant and not all. */
  public String name() {
    String named = vendor + "/" + model;
    return firmware.equals(ANY) ? named : named + "/" + firmware;
  }

  /** The more specific one is the greater. */
  @Override
  public int compareTo(ModelPattern other) {
    return SPECIFICITY.compare(this, other);
  }

  private static int weight(String pattern) {
    int letters = (int) pattern.chars().filter(c -> c != '*').count();
    return pattern.contains(ANY) ? letters : letters + 1000;
  }

  private static boolean matches(String pattern, String said) {
    return fits(pattern.toLowerCase(Locale.ROOT), said.trim().toLowerCase(Locale.ROOT));
  }

  /** Greedy with one place to go back to: never slower than the product of both lengths. */
  private static boolean fits(String pattern, String text) {
    int place = 0;
    int at = 0;
    int star = -1;
    int resume = 0;
    while (at < text.length()) {
      if (place < pattern.length() && pattern.charAt(place) == '*') {
        star = place++;
        resume = at;
      } else if (place < pattern.length() && pattern.charAt(place) == text.charAt(at)) {
        place++;
        at++;
      } else if (star >= 0) {
        place = star + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    while (place < pattern.length() && pattern.charAt(place) == '*') {
      place++;
    }
    return place == pattern.length();
  }
}
