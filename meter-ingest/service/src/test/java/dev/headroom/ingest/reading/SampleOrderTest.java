package dev.headroom.ingest.reading;

import static dev.headroom.ingest.reading.Readings.START;
import static dev.headroom.ingest.reading.Readings.at;
import static dev.headroom.ingest.reading.Readings.numbered;
import static dev.headroom.ingest.reading.Readings.unnumbered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.reading.MeterReading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** S4: what goes backwards is rejected. */
class SampleOrderTest {

  private final SampleOrder order = new SampleOrder(Duration.ofSeconds(10));

  @Test
  void passesWhatGoesForward() {
    assertThat(pass(numbered(1))).isEmpty();
    assertThat(pass(numbered(2))).isEmpty();
    assertThat(pass(numbered(5))).isEmpty();
  }

  @Test
  void s4StopsASequenceThatGoesBackwards() {
    pass(numbered(5));
    assertThat(pass(at(OptionalLong.of(4), 6))).contains("sequence 4 after 5");
    assertThat(pass(at(OptionalLong.of(5), 6))).contains("sequence 5 after 5");
    assertThat(pass(at(OptionalLong.of(6), 6))).isEmpty();
  }

  @Test
  void s4StopsATimeThatGoesBackwards() {
    pass(unnumbered(5));
    assertThat(pass(unnumbered(4))).isPresent();
    assertThat(pass(unnumbered(5))).as("two samples of one second").isEmpty();
    assertThat(pass(at(OptionalLong.of(9), 4))).as("even under a new number").isPresent();
  }

  @Test
  void stopsAPackWhoseSamplesGoBackwards() {
    List<MeterReading> pack =
        Stream.of(at(OptionalLong.of(2), 1), at(OptionalLong.of(1), 2))
            .flatMap(List::stream)
            .toList();
    assertThat(order.pass(pack, START)).contains("sequence 1 after 2");
    assertThat(pass(at(OptionalLong.of(1), 1))).as("nothing of it was remembered").isEmpty();
  }

  @Test
  void hearsARestartedMeterAfterASilence() {
    pass(numbered(1_000));
    Instant tooSoon = START.plusSeconds(1_009);
    assertThat(order.pass(at(OptionalLong.of(0), 1_009), tooSoon)).isPresent();
    assertThat(order.pass(at(OptionalLong.of(0), 1_010), START.plusSeconds(1_010))).isEmpty();
  }

  @Test
  void letsAMeterRepeatWhatTheBrokerNeverGot() {
    pass(numbered(5));
    order.undelivered(numbered(4));
    assertThat(pass(numbered(5))).isPresent();
    order.undelivered(numbered(5));
    assertThat(pass(numbered(5))).isEmpty();
    assertThat(pass(numbered(5))).isPresent();
  }

  private Optional<String> pass(List<MeterReading> pack) {
    return order.pass(pack, pack.getLast().receivedAt());
  }
}
