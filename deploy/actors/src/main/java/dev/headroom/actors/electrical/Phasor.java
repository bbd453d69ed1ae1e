package dev.headroom.actors.electrical;

/** An alternating quantity as a complex number; the unit is named by whoever holds it. */
public record Phasor(double real, double imaginary) {

  public static final Phasor ZERO = new Phasor(0, 0);

  public static Phasor polar(double magnitude, double degrees) {
    double radians = Math.toRadians(degrees);
    return new Phasor(magnitude * Math.cos(radians), magnitude * Math.sin(radians));
  }

  public Phasor plus(Phasor other) {
    return new Phasor(real + other.real, imaginary + other.imaginary);
  }

  public Phasor minus(Phasor other) {
    return plus(other.times(-1));
  }

  public Phasor times(double factor) {
    return new Phasor(real * factor, imaginary * factor);
  }

  /** Turned to the left. */
  public Phasor turned(double degrees) {
    Phasor by = polar(1, degrees);
    return new Phasor(
        real * by.real - imaginary * by.imaginary, real * by.imaginary + imaginary * by.real);
  }

  public double magnitude() {
    return Math.sqrt(real * real + imaginary * imaginary);
  }

  /** The phasor of length 1 that points the same way. */
  public Phasor direction() {
    return times(1 / magnitude());
  }

  /** The part of this that points along a direction of length 1. */
  public double along(Phasor direction) {
    return real * direction.real + imaginary * direction.imaginary;
  }
}
