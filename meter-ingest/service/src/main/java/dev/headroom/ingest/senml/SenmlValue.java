package dev.headroom.ingest.senml;

import java.math.BigDecimal;

/** What a record says of its name: exactly one kind (RFC 8428, 4.2). */
public sealed interface SenmlValue {

  /** {@code v}, with the base value added; 1.0 and 1 are the same number. */
  record Number(BigDecimal value) implements SenmlValue {
    public Number {
      value = value.stripTrailingZeros();
    }
  }

  /** {@code vs}. */
  record Text(String value) implements SenmlValue {}

  /** {@code vb}. */
  record Flag(boolean value) implements SenmlValue {}

  /** {@code vd}: base64url, as it was sent. */
  record Data(String base64Url) implements SenmlValue {}
}
