package dev.headroom.gateway.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.gateway.charging.ChargingKey;
import dev.headroom.gateway.charging.RegisterRead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnergyReadsTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final EnergyReads reads = new EnergyReads();

  @Test
  void aThousandSessionsAreAllTakenAtOnce() {
    keep(1000, 1);
    assertThat(reads.take()).hasSize(1000);
    assertThat(reads.take()).isEmpty();
  }

  @Test
  void ofManyThoseAreTakenThatHaveWaitedForLongestWithTheirLatestRegister() {
    keep(2500, 1);
    keep(2500, 2);
    assertThat(reads.take()).hasSize(1000).startsWith(read(0, 2)).endsWith(read(999, 2));
    keep(1, 3);
    assertThat(reads.take()).hasSize(1000).startsWith(read(1000, 2));
    List<Fact> last = reads.take();
    assertThat(last).hasSize(501).endsWith(read(0, 3));
  }

  private void keep(int sessions, int second) {
    for (int i = 0; i < sessions; i++) {
      reads.keep(read(i, second));
    }
  }

  private static Fact.EnergyRead read(int session, int second) {
    return new Fact.EnergyRead(
        new ChargingKey("station", Integer.toString(session)),
        Optional.empty(),
        new RegisterRead(NOON.plusSeconds(second), 100 + second));
  }
}
