package dev.headroom.actors.vehicle;

/** What a vehicle does when current comes back after a pause (0 A). */
public enum AfterPause {
  /** It charges again. */
  CHARGES,
  /** It sleeps: see {@link Sleep}. */
  SLEEPS
}
