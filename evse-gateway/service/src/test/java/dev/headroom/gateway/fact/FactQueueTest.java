package dev.headroom.gateway.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.gateway.charging.ChargingKey;
import dev.headroom.gateway.charging.Ending;
import dev.headroom.gateway.charging.RegisterRead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FactQueueTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final FactQueue queue = new FactQueue(4);

  @Test
  void aStationThatComesAndGoesWaitsOnceAndKeepsItsPlace() {
    queue.add(seen("a", 0));
    queue.add(seen("b", 0));
    queue.add(seen("a", 1));
    assertThat(queue.first(9)).containsExactly(seen("a", 1), seen("b", 0));
  }

  @Test
  void endsOfSessionsReplaceNothing() {
    queue.add(ended("1"));
    queue.add(ended("1"));
    assertThat(queue.size()).isEqualTo(2);
  }

  @Test
  void ofAQuarterOfAnHourTheLatestRegisterWaitsWheneverItWasTold() {
    queue.add(read(60, 200));
    queue.add(read(30, 100));
    queue.add(read(900, 300));
    assertThat(queue.first(9)).containsExactly(read(60, 200), read(900, 300));
  }

  @Test
  void whatIsFullStillTakesWhatReplaces() {
    for (String station : List.of("a", "b", "c", "d")) {
      assertThat(queue.add(seen(station, 0))).isTrue();
    }
    assertThat(queue.add(seen("e", 0))).isFalse();
    assertThat(queue.add(seen("d", 1))).isTrue();
    assertThat(queue.size()).isEqualTo(4);
  }

  @Test
  void whatHasReplacedAFactWhileThatWasWrittenIsWrittenToo() {
    queue.add(seen("a", 0));
    queue.add(seen("b", 0));
    queue.add(ended("1"));
    List<Fact> writing = queue.first(2);
    queue.add(seen("a", 1));
    queue.written(writing);
    assertThat(queue.first(9)).containsExactly(seen("a", 1), ended("1"));
  }

  private static Fact seen(String station, int second) {
    return new Fact.StationSeen(station, NOON.plusSeconds(second));
  }

  private static Fact ended(String transaction) {
    return new Fact.ChargingEnded(
        new ChargingKey("a", transaction),
        new Ending(OptionalLong.empty(), Optional.empty(), NOON, Optional.empty()));
  }

  private static Fact read(int second, int wattHours) {
    return new Fact.EnergyRead(
        new ChargingKey("a", "1"),
        Optional.empty(),
        new RegisterRead(NOON.plusSeconds(second), wattHours));
  }
}
