package dev.headroom.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.reading.MeterReading;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Whatever bytes come, they are read or refused, and nothing else happens. */
class HostilePackTest {

  private static final Instant NOW = Instant.parse("2026-11-22T13:00:00Z");
  private static final String PACK =
      "[{\"bn\":\"m/\",\"bt\":-1,\"bu\":\"A\",\"n\":\"i/L1\",\"v\":12.5},{\"n\":\"i/L2\",\"v\":3e0},"
          + "{\"n\":\"v/L1\",\"u\":\"V\",\"v\":120.1},{\"n\":\"seq\",\"v\":7,\"bver\":10}]";
  private static final String ALPHABET = "[]{}\",:.-+eE0123456789abintuvsLAVW_\\/ \u0000\u00e9";

  private final PackReader reader = new PackReader(Duration.ofSeconds(30));
  private final RandomGenerator random =
      RandomGeneratorFactory.of("L64X128MixRandom").create(20261122);

  @Test
  void mutilatedPacksAreReadOrRefused() {
    int read = 0;
    for (int round = 0; round < 50_000; round++) {
      StringBuilder pack = new StringBuilder(PACK);
      for (int change = random.nextInt(1, 5); change > 0; change--) {
        mutilate(pack);
      }
      Optional<List<MeterReading>> readings = tryToRead(pack.toString());
      read += readings.isPresent() ? 1 : 0;
      readings.ifPresent(HostilePackTest::assertSane);
    }
    assertThat(read).as("some survive, most do not").isBetween(1, 40_000);
  }

  @Test
  void everyCurrentInRangeIsReadExactlyOrRoundedUpToAMilliampere() {
    for (int round = 0; round < 5_000; round++) {
      BigDecimal amperes = BigDecimal.valueOf(random.nextLong(20_000_000_000L), 6);
      String pack = "[{\"n\":\"i/L1\",\"u\":\"A\",\"v\":" + amperes + "}]";
      int milliamps = tryToRead(pack).orElseThrow().getFirst().currentMilliamps().on(Phase.L1);
      BigDecimal over = BigDecimal.valueOf(milliamps, 3).subtract(amperes);
      assertThat(over).isBetween(BigDecimal.ZERO, new BigDecimal("0.000999"));
    }
  }

  private void mutilate(StringBuilder pack) {
    int place = random.nextInt(pack.length());
    char other = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
    switch (random.nextInt(3)) {
      case 0 -> pack.setCharAt(place, other);
      case 1 -> pack.insert(place, other);
      default -> pack.deleteCharAt(place);
    }
  }

  private Optional<List<MeterReading>> tryToRead(String pack) {
    try {
      return Optional.of(reader.read(Readings.MAIN, pack.getBytes(StandardCharsets.UTF_8), NOW));
    } catch (RefusedReading refused) {
      assertThat(refused).message().isNotBlank().doesNotEndWith("null");
      return Optional.empty();
    }
  }

  private static void assertSane(List<MeterReading> readings) {
    assertThat(readings)
        .isNotEmpty()
        .allSatisfy(
            it -> {
              assertThat(it.currentMilliamps().values().values())
                  .allSatisfy(
                      milliamps ->
                          assertThat(milliamps).isBetween(0, MeterReading.LARGEST_MILLIAMPS));
              assertThat(Duration.between(it.measuredAt(), NOW).abs())
                  .isLessThanOrEqualTo(Duration.ofSeconds(30));
            });
  }
}
