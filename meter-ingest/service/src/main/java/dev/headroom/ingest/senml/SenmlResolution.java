package dev.headroom.ingest.senml;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns one record as sent and the base fields in force into a resolved one (RFC 8428, 4.6). */
final class SenmlResolution {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][-A-Za-z0-9:./_]*");
  private static final BigDecimal FIRST_ABSOLUTE_SECOND = BigDecimal.valueOf(1L << 28);
  private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(253_402_300_799L);

  private final Instant now;

  /** Times below 2^28 s count from {@code now} (RFC 8428, 4.5.3). */
  SenmlResolution(Instant now) {
    this.now = now;
  }

  SenmlRecord resolve(SenmlFields fields, SenmlBase base) {
    Optional<SenmlValue> value = value(fields, base);
    Optional<BigDecimal> sum = added(fields.number("s"), base.sum());
    if (value.isEmpty() && sum.isEmpty()) {
      throw MalformedSenml.at(fields.index(), "has neither a value nor a sum");
    }
    fields.number("ut");
    return new SenmlRecord(
        name(fields, base), fields.text("u").or(base::unit), value, sum, time(fields, base));
  }

  private String name(SenmlFields fields, SenmlBase base) {
    String name = base.name() + fields.text("n").orElse("");
    if (!NAME.matcher(name).matches()) {
      throw MalformedSenml.at(fields.index(), "'" + name + "' is not a SenML name");
    }
    return name;
  }

  private Optional<SenmlValue> value(SenmlFields fields, SenmlBase base) {
    List<SenmlValue> values = new ArrayList<>();
    fields.number("v").ifPresent(v -> values.add(new SenmlValue.Number(v)));
    fields.text("vs").ifPresent(v -> values.add(new SenmlValue.Text(v)));
    fields.flag("vb").ifPresent(v -> values.add(new SenmlValue.Flag(v)));
    fields.text("vd").ifPresent(v -> values.add(new SenmlValue.Data(v)));
    if (values.size() > 1) {
      throw MalformedSenml.at(fields.index(), "has more than one value");
    }
    if (values.isEmpty()) {
      return base.value().map(SenmlValue.Number::new);
    }
    return Optional.of(
        switch (values.getFirst()) {
          case SenmlValue.Number(BigDecimal v) ->
              new SenmlValue.Number(base.value().map(v::add).orElse(v));
          case SenmlValue.Text text -> text;
          case SenmlValue.Flag flag -> flag;
          case SenmlValue.Data data -> data;
        });
  }

  /** If only one is there the other counts as zero (RFC 8428, 4.5.4). */
  private static Optional<BigDecimal> added(Optional<BigDecimal> own, Optional<BigDecimal> base) {
    return own.map(value -> base.map(value::add).orElse(value)).or(() -> base);
  }

  private Instant time(SenmlFields fields, SenmlBase base) {
    BigDecimal seconds = base.timeSeconds().add(fields.number("t").orElse(BigDecimal.ZERO));
    if (seconds.abs().compareTo(LAST_SECOND) > 0) {
      throw MalformedSenml.at(fields.index(), "time is out of range");
    }
    boolean absolute = seconds.compareTo(FIRST_ABSOLUTE_SECOND) >= 0;
    BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
    long nanos = seconds.subtract(whole).movePointRight(9).longValue();
    return (absolute ? Instant.EPOCH : now).plusSeconds(whole.longValue()).plusNanos(nanos);
  }
}
