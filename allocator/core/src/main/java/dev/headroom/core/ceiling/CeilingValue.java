package dev.headroom.core.ceiling;

/** How far a ceiling lets a site go. */
public sealed interface CeilingValue {

  /** Active power of the whole site. */
  record Watts(int ceilingWatts) implements CeilingValue {
    public Watts {
      requireNotNegative(ceilingWatts);
    }
  }

  /** Current on every phase of the service entrance. */
  record Amperes(int ceilingMilliamps) implements CeilingValue {
    public Amperes {
      requireNotNegative(ceilingMilliamps);
    }
  }

  private static void requireNotNegative(int value) {
    if (value < 0) {
      throw new IllegalArgumentException("a ceiling is never negative: " + value);
    }
  }
}
