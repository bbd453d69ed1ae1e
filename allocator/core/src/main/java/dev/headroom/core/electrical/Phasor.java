package dev.headroom.core.electrical;

/**
 * A sinusoidal current (or voltage) as a complex number: how large, and where it points against L1
 * to neutral. Double precision serves for directions and sums; what is allotted stays in whole
 * milliamperes.
 */
public record Phasor(double re, double im) {

  public static final Phasor ZERO = new Phasor(0, 0);

  /** A unit that points along L1 to neutral: what plain sums take every current for. */
  public static final Phasor ONE = new Phasor(1, 0);

  private static final double NEGLIGIBLE = 1e-9;

  /** A phasor of this magnitude at this angle in degrees, counter-clockwise. */
  public static Phasor polar(double magnitude, double degrees) {
    double radians = StrictMath.toRadians(degrees);
    return new Phasor(magnitude * StrictMath.cos(radians), magnitude * StrictMath.sin(radians));
  }

  public Phasor plus(Phasor other) {
    return new Phasor(re + other.re, im + other.im);
  }

  public Phasor minus(Phasor other) {
    return new Phasor(re - other.re, im - other.im);
  }

  public Phasor times(double factor) {
    return new Phasor(re * factor, im * factor);
  }

  /** As complex numbers: by a unit it is turned. */
  public Phasor times(Phasor by) {
    return new Phasor(re * by.re - im * by.im, re * by.im + im * by.re);
  }

  /** Mirrored: a unit's conjugate turns back what the unit turned. */
  public Phasor conjugate() {
    return new Phasor(re, -im);
  }

  /** Turned counter-clockwise by so many degrees. */
  public Phasor turned(double degrees) {
    return times(polar(1, degrees));
  }

  public double magnitude() {
    return Math.sqrt(re * re + im * im);
  }

  public boolean isNegligible() {
    return magnitude() < NEGLIGIBLE;
  }

  /**
   * Its direction alone, as a unit.
   *
   * @throws IllegalArgumentException if it is too small to have one
   */
  public Phasor direction() {
    if (isNegligible()) {
      throw new IllegalArgumentException("no current has no direction");
    }
    return times(1 / magnitude());
  }

  /** Whether both point the same way, but for rounding. */
  public boolean pointsLike(Phasor other) {
    return direction().minus(other.direction()).isNegligible();
  }

  /** Positive below 90° between them, 0 at 90°, negative above. */
  public double dot(Phasor other) {
    return re * other.re + im * other.im;
  }
}
