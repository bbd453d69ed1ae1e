package dev.headroom.gateway.ocppj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headroom.gateway.actor.OcppSchemas;
import dev.headroom.gateway.core.dialect.Dialect;
import dev.headroom.gateway.core.ocpp201.Action;
import dev.headroom.gateway.core.ocpp201.NotifyEVChargingNeeds;
import dev.headroom.gateway.core.rpc.ErrorCode;
import dev.headroom.gateway.core.rpc.Frame;
import dev.headroom.gateway.core.rpc.OcppVersion;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a vehicle says it needs, as OCPP 2.0.1 writes it. */
class NeedsJsonTest {

  private static final OcppJson JSON = new OcppJson(Dialect.of(OcppVersion.OCPP_2_0_1));
  private static final String NEEDS =
      """
      [2, "1", "NotifyEVChargingNeeds", {"evseId": 1, "maxScheduleTuples": 3, "chargingNeeds": {
        "requestedEnergyTransfer": "AC_three_phase",
        "departureTime": "2026-11-23T06:00:00+01:00",
        "acChargingParameters":
          {"energyAmount": 30000, "evMinCurrent": 6, "evMaxCurrent": 32, "evMaxVoltage": 400},
        "dcChargingParameters":
          {"evMaxCurrent": 200, "evMaxVoltage": 500, "energyAmount": 9000, "evMaxPower": 99000,
           "stateOfCharge": 40, "evEnergyCapacity": 60000, "fullSoC": 80, "bulkSoC": 60}}}]
      """;

  @Test
  void readsEveryField() {
    assertThat(read(NEEDS))
        .isInstanceOfSatisfying(
            Inbound.Understood.class,
            it -> {
              assertThat(it.unknownFields()).isZero();
              var said = ((NotifyEVChargingNeeds.Req) ((Frame.Call) it.frame()).payload());
              assertThat(said.chargingNeeds().departureTime())
                  .contains(Instant.parse("2026-11-23T05:00:00Z"));
              assertThat(said.chargingNeeds().acChargingParameters().orElseThrow().energyAmount())
                  .isEqualTo(30_000);
              assertThat(said.chargingNeeds().dcChargingParameters().orElseThrow().fullSoC())
                  .hasValue(80);
            });
  }

  @Test
  void refusesNeedsThatAreNone() {
    assertThat(read(NEEDS.replace("AC_three_phase", "steam")))
        .isEqualTo(
            new Inbound.Refused(
                "1",
                ErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
                "dev.headroom.gateway.core.ocpp201.NotifyEVChargingNeeds$Req[\"chargingNeeds\"]"
                    + "->dev.headroom.gateway.core.ocpp201.ChargingNeeds"
                    + "[\"requestedEnergyTransfer\"] has no legal value"));
    assertThat(read(NEEDS.replace("\"energyAmount\": 30000,", "")))
        .isEqualTo(
            new Inbound.Refused(
                "1", ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION, "energyAmount is missing"));
  }

  /** Our records know the fields of the schema, as mandatory as it says. */
  @Test
  void whatOurRecordsCanHoldFitsTheOfficialSchema() {
    Optional<OcppSchemas> schemas = OcppSchemas.installed(OcppVersion.OCPP_2_0_1);
    assumeTrue(schemas.isPresent(), OcppSchemas.MISSING);
    long seed = new Random().nextLong();
    System.out.println("NeedsJsonTest seed " + seed);
    GeneratedMessages messages =
        new GeneratedMessages(OcppVersion.OCPP_2_0_1, new Random(seed), Instant.EPOCH);
    String action = Action.NOTIFY_EV_CHARGING_NEEDS.wireName();

    assertThat(schemas.get().faultsOf(NEEDS, action)).isEmpty();
    for (int n = 0; n < 200; n++) {
      var needs = messages.request(Action.NOTIFY_EV_CHARGING_NEEDS);
      String written = JSON.write(new Frame.Call("1", needs));
      assertThat(schemas.get().faultsOf(written, action)).as(written).isEmpty();
    }
  }

  private static Inbound read(String text) {
    return JSON.read(text, id -> Optional.empty());
  }
}
