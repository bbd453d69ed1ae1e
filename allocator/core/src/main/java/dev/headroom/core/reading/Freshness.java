package dev.headroom.core.reading;

/** How much a meter's word is worth now. */
public sealed interface Freshness {

  /** It spoke within stale-after. */
  record Fresh(MeterReading latest) implements Freshness {}

  /** Its last word is too old to believe. */
  record Stale(MeterReading last) implements Freshness {}

  /** It has never spoken. */
  record Missing() implements Freshness {}
}
