package dev.headroom.gateway.core.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.gateway.core.ocpp16.GetConfiguration;
import dev.headroom.gateway.core.ocpp16.KeyValue;
import dev.headroom.gateway.core.profile.Capabilities;
import dev.headroom.gateway.core.profile.RateUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class Ocpp16CapabilitiesTest {

  @Test
  void readsWhatTheChargerSays() {
    Capabilities can =
        read(
            Map.of(
                "ChargeProfileMaxStackLevel", "99",
                "ChargingScheduleAllowedChargingRateUnit", "Power",
                "ChargingScheduleMaxPeriods", " 24 ",
                "MaxChargingProfilesInstalled", "5"));

    assertThat(can.maxStackLevel()).isEqualTo(99);
    assertThat(can.unit()).isEqualTo(RateUnit.WATTS);
    assertThat(can.maxPeriods()).isEqualTo(24);
    assertThat(can.maxProfiles()).hasValue(5);
    assertThat(can.holdsTail()).isTrue();
  }

  @Test
  void assumesTheWorstOfWhatItDoesNotSay() {
    assertThat(read(Map.of())).isEqualTo(Capabilities.WORST);
    assertThat(
            Ocpp16Dialect.capabilities(
                    new GetConfiguration.Conf(Optional.empty(), Optional.empty()))
                .holdsTail())
        .isFalse();
  }

  @Test
  void assumesTheWorstOfWhatIsNoNumber() {
    assertThat(
            read(
                Map.of(
                    "ChargeProfileMaxStackLevel", "-1",
                    "ChargingScheduleMaxPeriods", "99999999999",
                    "MaxChargingProfilesInstalled", "many")))
        .isEqualTo(Capabilities.WORST);
    assertThat(read(Map.of("ChargingScheduleMaxPeriods", "0")).maxPeriods()).isEqualTo(1);
  }

  @Test
  void prefersAmperesWhereBothAreTaken() {
    for (String both : List.of("Current", "Current,Power", "Power, Current", "A", "A,W", "?")) {
      assertThat(read(Map.of("ChargingScheduleAllowedChargingRateUnit", both)).unit())
          .as(both)
          .isEqualTo(RateUnit.AMPERES);
    }
    assertThat(read(Map.of("ChargingScheduleAllowedChargingRateUnit", "W")).unit())
        .isEqualTo(RateUnit.WATTS);
  }

  @Test
  void countsTheProfilesItHasRoomFor() {
    Capabilities four = read(Map.of("MaxChargingProfilesInstalled", "4"));

    assertThat(four.holdsProfilesOf(2)).isTrue();
    assertThat(four.holdsMaximumBeside(2)).isFalse();
    assertThat(four.holdsProfilesOf(3)).isFalse();
    assertThat(four.holdsMaximumBeside(1)).isTrue();
  }

  private static Capabilities read(Map<String, String> keys) {
    List<KeyValue> values =
        keys.entrySet().stream()
            .map(key -> new KeyValue(key.getKey(), true, Optional.of(key.getValue())))
            .toList();
    return Ocpp16Dialect.capabilities(
        new GetConfiguration.Conf(Optional.of(values), Optional.empty()));
  }
}
