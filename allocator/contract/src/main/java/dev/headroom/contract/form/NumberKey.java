package dev.headroom.contract.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.OptionalInt;

/**
 * A number, kept as a whole one of its last permitted digit: 0.8 with three digits is 800.
 *
 * @param digits decimals that may be written
 * @param least as kept
 * @param most as kept
 * @param otherwise what it is if it is not there, as kept; empty if somebody else decides
 */
public record NumberKey(
    String name,
    boolean required,
    String example,
    String says,
    int digits,
    int least,
    int most,
    OptionalInt otherwise)
    implements Key {

  private static final int MOST_MILLIAMPS = 10_000_000;

  /** A current in amperes, kept in milliamperes, from 0 on. */
  public static NumberKey amps(String name, String example, String says) {
    return new NumberKey(
        name, false, example, says + ", A", 3, 0, MOST_MILLIAMPS, OptionalInt.empty());
  }

  /** A power in kilowatts, kept in watts, from 1 W on. */
  public static NumberKey kilowatts(String name, String example, String says) {
    return new NumberKey(
        name, false, example, says + ", kW", 3, 1, 100_000_000, OptionalInt.empty());
  }

  /** A whole number without bounds of its own. */
  public static NumberKey whole(String name, String example, String says) {
    return new NumberKey(name, false, example, says, 0, -999_999, 999_999, OptionalInt.empty());
  }

  /** A number with decimals. */
  public static NumberKey decimal(String name, int digits, String example, String says) {
    return new NumberKey(name, false, example, says, digits, 0, 999_999_999, OptionalInt.empty());
  }

  /** The same, and it must be there. */
  public NumberKey mandatory() {
    return new NumberKey(name, true, example, says, digits, least, most, otherwise);
  }

  /** The same within bounds, as kept. */
  public NumberKey within(int from, int to) {
    return new NumberKey(name, required, example, says, digits, from, to, otherwise);
  }

  /** The same with what it is if it is not there, as kept. */
  public NumberKey or(int value) {
    return new NumberKey(name, required, example, says, digits, least, most, OptionalInt.of(value));
  }

  /** A kept value as it is written. */
  String written(int kept) {
    return decimal(kept).toPlainString();
  }

  private BigDecimal decimal(int kept) {
    BigDecimal number = BigDecimal.valueOf(kept, digits).stripTrailingZeros();
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = Key.ofType(digits == 0 ? "integer" : "number");
    schema.put("minimum", decimal(least)).put("maximum", decimal(most));
    otherwise.ifPresent(value -> schema.put("default", decimal(value)));
    return schema;
  }
}
