package dev.headroom.core.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeterTest {

  private static final int RATED = 100_000;

  /**
   * Class 1 at its rated current, at 20 % and 5 % of it (IEC 61869-2), between, below and above.
   */
  @ParameterizedTest
  @CsvSource({
    "100000, 1000",
    "20000, 300",
    "5000, 150",
    "60000, 750",
    "1000, 150",
    "0, 150",
    "150000, 1500"
  })
  void errsMoreForItsReadingTheLessFlows(int milliamps, double error) {
    Meter meter = new Meter("main", 10);
    assertThat(meter.errorMilliamps(milliamps, RATED)).isCloseTo(error, within(1e-6));
  }

  @Test
  void aPerfectOneDoesNotErr() {
    assertThat(new Meter("main", 0).errorMilliamps(40_000, RATED)).isZero();
  }
}
