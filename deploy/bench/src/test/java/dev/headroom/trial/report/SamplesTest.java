package dev.headroom.trial.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {

  private final Samples samples = new Samples();

  @Test
  void aQuantileIsASampleThatWasTaken() {
    for (int i = 100; i >= 1; i--) {
      samples.add(Duration.ofMillis(i * 10L));
    }
    assertThat(samples.quantile(0)).isEqualTo(Duration.ofMillis(10));
    assertThat(samples.quantile(0.5)).isEqualTo(Duration.ofMillis(500));
    assertThat(samples.quantile(0.99)).isEqualTo(Duration.ofMillis(990));
    assertThat(samples.quantile(1)).isEqualTo(Duration.ofMillis(1000));
    assertThat(samples.cells()).containsExactly("100", "0.01", "0.50", "0.99", "1.00");
  }

  @Test
  void ofTwentyThe99thPercentileIsTheWorst() {
    for (int i = 1; i <= 20; i++) {
      samples.add(Duration.ofSeconds(i));
    }
    assertThat(samples.quantile(0.99)).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void nothingMeasuredIsNoZero() {
    assertThat(samples.cells()).containsExactly("0", "–", "–", "–", "–");
    assertThatThrownBy(() -> samples.quantile(0.5)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aTableHoldsItsColumns() {
    Table table = new Table("a", "b");
    table.row(List.of("1", "2"));
    assertThat(table.toString().lines()).containsExactly("| a | b |", "|---|---|", "| 1 | 2 |");
    assertThatThrownBy(() -> table.row(List.of("1"))).isInstanceOf(IllegalArgumentException.class);
  }
}
