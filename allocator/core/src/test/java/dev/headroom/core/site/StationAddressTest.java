package dev.headroom.core.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StationAddressTest {

  @Test
  void takesWhatAStationMayCallItself() {
    for (String id : List.of("CP-1", "DE*HR*E001", "a=b:c|d@e.f_g+h", "x".repeat(48))) {
      assertThat(new StationAddress(id, 1).stationId()).isEqualTo(id);
    }
  }

  @Test
  void refusesWhatTheGatewayWouldNotLetIn() {
    for (String id : List.of("", " ", "CP 1", "CP/1", "Säule", "x".repeat(49))) {
      assertThatThrownBy(() -> new StationAddress(id, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("station id '" + id + "'");
    }
  }
}
