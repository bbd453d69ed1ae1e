package dev.headroom.ingest.reading;

import java.util.Locale;

/** Why a pack did not become readings. */
public enum Refusal {
  /** No SenML of RFC 8428. */
  MALFORMED,
  /** Not {@code application/senml+json}. */
  CONTENT_FORMAT,
  /** Longer than any meter's pack. */
  TOO_LARGE,
  /** No credentials for it any more, or no identity at all. */
  UNKNOWN_METER,
  /** SenML, but not what a meter measures: unit, sign, size, names. */
  VALUE,
  /** A phase is spoken of and its current is missing. */
  NO_CURRENT,
  /** Measured too long ago, or in the future, to be taken for the present. */
  CLOCK,
  /** The meter's sequence or time went backwards (S4). */
  OUT_OF_ORDER,
  /** Fresher ones of the same meter came while it waited for the broker. */
  SUPERSEDED,
  /** The broker did not acknowledge in time. */
  BROKER;

  /** Its name in metrics, such as {@code out-of-order}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
