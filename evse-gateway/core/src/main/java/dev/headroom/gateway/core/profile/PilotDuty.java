package dev.headroom.gateway.core.profile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The duty cycle by which an AC charger's control pilot offers a current (IEC 61851-1 table A.7,
 * SAE J1772): from 6 to 51 A the current in amperes divided by 0.6, above it, up to 80 A, divided
 * by 2.5 plus 64 percent. There is no such cycle below 6 A: a pause is a pilot that does not
 * oscillate.
 */
public final class PilotDuty {

  private static final int LEAST = 6000;
  private static final int LOW_RANGE = 51_000;
  private static final int MOST = 80_000;
  private static final long HIGHEST_OF_LOW_RANGE = 85_000;

  private PilotDuty() {}

  /** In percent with one decimal, never offering more than the current; empty: no oscillation. */
  public static Optional<BigDecimal> percent(int milliamps) {
    if (milliamps < LEAST || milliamps > MOST) {
      return Optional.empty();
    }
    // Thousandths of a percent: exact up to 51 A but for the third of 5/3. From there to 52.5 A the
    // second formula gives less than 85 %, which is read by the first: 85 % it is, and 51 A.
    long thousandths =
        milliamps <= LOW_RANGE
            ? milliamps * 5L / 3
            : Math.max(HIGHEST_OF_LOW_RANGE, milliamps * 2L / 5 + 64_000);
    return Optional.of(BigDecimal.valueOf(thousandths, 3).setScale(1, RoundingMode.DOWN));
  }
}
