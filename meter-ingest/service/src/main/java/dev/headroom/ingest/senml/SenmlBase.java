package dev.headroom.ingest.senml;

import java.math.BigDecimal;
import java.util.Optional;

/** The base fields in force: each stays until a later record sets it again (RFC 8428, 4.1). */
record SenmlBase(
    String name,
    BigDecimal timeSeconds,
    Optional<String> unit,
    Optional<BigDecimal> value,
    Optional<BigDecimal> sum,
    int version) {

  /** The version of RFC 8428; a lower one is an earlier draft's and reads the same. */
  static final int SUPPORTED_VERSION = 10;

  static final SenmlBase NONE =
      new SenmlBase(
          "",
          BigDecimal.ZERO,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          SUPPORTED_VERSION);

  SenmlBase with(SenmlFields fields) {
    return new SenmlBase(
        fields.text("bn").orElse(name),
        fields.number("bt").orElse(timeSeconds),
        fields.text("bu").or(this::unit),
        fields.number("bv").or(this::value),
        fields.number("bs").or(this::sum),
        versionOf(fields));
  }

  private int versionOf(SenmlFields fields) {
    Optional<BigDecimal> sent = fields.number("bver");
    if (sent.isEmpty()) {
      return version;
    }
    BigDecimal asked = sent.get();
    boolean known =
        asked.signum() > 0
            && asked.stripTrailingZeros().scale() <= 0
            && asked.compareTo(BigDecimal.valueOf(SUPPORTED_VERSION)) <= 0;
    if (!known) {
      throw MalformedSenml.at(fields.index(), "version " + asked.toPlainString() + " is not known");
    }
    return asked.intValueExact();
  }
}
