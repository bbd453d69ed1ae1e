package dev.headroom.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.gateway.socket.KeepAlive.Due;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KeepAliveTest {

  private static final Duration HEARTBEAT = Duration.ofMinutes(1);
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void pingsAtItsIntervalAndFindsASilentSocketDeadWithinTenSeconds() {
    KeepAlive keepAlive =
        new KeepAlive(Duration.ofSeconds(3), Duration.ofSeconds(8), HEARTBEAT, NOW);
    assertThat(keepAlive.due(true, NOW.plusSeconds(2))).isEqualTo(Due.NOTHING);
    assertThat(keepAlive.due(true, NOW.plusSeconds(3))).isEqualTo(Due.PING);
    assertThat(keepAlive.due(true, NOW.plusSeconds(4))).isEqualTo(Due.NOTHING);
    keepAlive.heard(NOW.plusSeconds(4));
    assertThat(keepAlive.due(true, NOW.plusSeconds(6))).isEqualTo(Due.PING);
    assertThat(keepAlive.due(true, NOW.plusSeconds(11))).isEqualTo(Due.PING);
    assertThat(keepAlive.due(true, NOW.plusSeconds(12))).isEqualTo(Due.DEATH);
  }

  @Test
  void givesOneThatAnswersNoPingsTheTimeOfTwoHeartbeats() {
    KeepAlive keepAlive =
        new KeepAlive(Duration.ofSeconds(3), Duration.ofSeconds(8), HEARTBEAT, NOW);
    assertThat(keepAlive.due(false, NOW.plusSeconds(127))).isEqualTo(Due.NOTHING);
    assertThat(keepAlive.due(false, NOW.plusSeconds(128))).isEqualTo(Due.DEATH);
  }

  @Test
  void neverFindsASocketDeadWithoutPings() {
    KeepAlive keepAlive = new KeepAlive(Duration.ZERO, Duration.ofSeconds(8), HEARTBEAT, NOW);
    assertThat(keepAlive.due(true, NOW.plusSeconds(3600))).isEqualTo(Due.NOTHING);
  }
}
