package dev.headroom.gateway.core.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a charger says of itself ends up in a database and in logs. */
class StationIdentityTest {

  @Test
  void isCutToTheSpecificationsLengthsAndForgesNoLineOfALog() {
    StationIdentity identity =
        new StationIdentity("V".repeat(3000), "a\nb\u0000c\ud800", Optional.of("9".repeat(51)));
    assertThat(identity.vendor()).hasSize(50);
    assertThat(identity.model()).isEqualTo("a?b?c?");
    assertThat(identity.firmware().orElseThrow()).hasSize(50);
  }
}
