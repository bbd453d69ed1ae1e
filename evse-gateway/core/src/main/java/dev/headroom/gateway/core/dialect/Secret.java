package dev.headroom.gateway.core.dialect;

/** A text that nobody shall read in a log: it does not show itself. */
public record Secret(String text) {
  @Override
  public String toString() {
    return "(secret)";
  }
}
