package dev.headroom.gateway.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values are those printed in SAE J1772 and IEC 61851-1. */
class PilotDutyTest {

  @ParameterizedTest
  @CsvSource({
    "6000, 10.0",
    "12000, 20.0",
    "16000, 26.6",
    "18000, 30.0",
    "24000, 40.0",
    "30000, 50.0",
    "32000, 53.3",
    "48000, 80.0",
    "51000, 85.0",
    "52749, 85.0",
    "52750, 85.1",
    "55000, 86.0",
    "65000, 90.0",
    "80000, 96.0"
  })
  void tellsTheDutyOfEachCurrent(int milliamps, BigDecimal percent) {
    assertThat(PilotDuty.percent(milliamps)).contains(percent);
  }

  @ParameterizedTest
  @CsvSource({"0", "5999", "80001"})
  void hasNoneForAPauseAndBeyondItsRange(int milliamps) {
    assertThat(PilotDuty.percent(milliamps)).isEmpty();
  }

  @Property(tries = 1000)
  void neverOffersMoreThanTheLimit(@ForAll @IntRange(min = 6000, max = 80_000) int milliamps) {
    double percent = PilotDuty.percent(milliamps).orElseThrow().doubleValue();
    double offered = percent <= 85 ? percent * 600 : (percent - 64) * 2500;

    assertThat(offered).isLessThanOrEqualTo(milliamps + 1e-6);
    // No duty of one decimal stands for anything between 51 and 52.75 A.
    int coarse = percent > 85 ? 251 : milliamps > 51_000 ? 1750 : 61;
    assertThat(milliamps - offered).isLessThanOrEqualTo(coarse);
  }
}
