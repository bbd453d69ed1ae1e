package dev.headroom.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({"90s, PT1M30S", "10m, PT10M", "2h, PT2H", "PT20S, PT20S", "pt5m, PT5M"})
  void readsWhatPeopleWrite(String text, Duration meant) {
    assertThat(new Durations().convert(text)).isEqualTo(meant);
  }
}
