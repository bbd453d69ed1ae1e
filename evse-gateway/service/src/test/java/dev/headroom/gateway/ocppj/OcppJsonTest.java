package dev.headroom.gateway.ocppj;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.gateway.core.dialect.Dialect;
import dev.headroom.gateway.core.ocpp16.Action;
import dev.headroom.gateway.core.ocpp16.BootNotification;
import dev.headroom.gateway.core.ocpp16.ChargingProfileStatus;
import dev.headroom.gateway.core.ocpp16.MeterValues;
import dev.headroom.gateway.core.ocpp16.SetChargingProfile;
import dev.headroom.gateway.core.ocpp16.StartTransaction;
import dev.headroom.gateway.core.rpc.ErrorCode;
import dev.headroom.gateway.core.rpc.Frame;
import dev.headroom.gateway.core.rpc.OcppVersion;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OCPP-J 1.6 §4: what is read, what is refused and with which code. */
class OcppJsonTest {

  private static final OcppJson JSON = new OcppJson(Dialect.of(OcppVersion.OCPP_1_6));

  private static final String START =
      "[2,\"1\",\"StartTransaction\",{\"connectorId\":1,\"idTag\":\"a\",\"meterStart\":0,"
          + "\"timestamp\":\"%s\"}]";

  @Test
  void readsACallWithOptionalFieldsLeftOut() {
    Inbound read =
        read(
            "[2,\"19\",\"BootNotification\",{"
                + "\"chargePointVendor\":\"V\",\"chargePointModel\":\"M\"}]");
    assertThat(read)
        .isInstanceOfSatisfying(
            Inbound.Understood.class,
            it -> {
              assertThat(it.unknownFields()).isZero();
              Frame.Call call = (Frame.Call) it.frame();
              assertThat(((BootNotification.Req) call.payload()).firmwareVersion()).isEmpty();
            });
  }

  @Test
  void leavesOutAndCountsFieldsNobodyNamed() {
    assertThat(
            read(
                "[2,\"1\",\"MeterValues\",{\"connectorId\":1,\"vendor\":1,\"meterValue\":[{"
                    + "\"timestamp\":"
                    + "\"2026-11-22T12:00:00Z\",\"sampledValue\":[{"
                    + "\"value\":\"1\",\"odd\":true}]}]}]"))
        .isInstanceOfSatisfying(
            Inbound.Understood.class,
            it -> {
              assertThat(it.unknownFields()).isEqualTo(2);
              MeterValues.Req values = (MeterValues.Req) ((Frame.Call) it.frame()).payload();
              assertThat(values.meterValue().getFirst().sampledValue().getFirst().value())
                  .isEqualTo("1");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-22T12:00:00Z",
        "2026-11-22T12:00:00.000Z",
        "2026-11-22T13:00:00+01:00",
        "2026-11-22T12:00:00",
        "2026-11-22T12:00:00.000000Z"
      })
  void readsTimesAsChargersWriteThem(String time) {
    assertThat(read(START.formatted(time)))
        .isInstanceOfSatisfying(
            Inbound.Understood.class,
            it ->
                assertThat(((StartTransaction.Req) ((Frame.Call) it.frame()).payload()).timestamp())
                    .isEqualTo(Instant.parse("2026-11-22T12:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "[2,\"1\",\"Heartbeat\"]|RPC_FRAMEWORK_ERROR",
        "[2,\"1\",\"Heartbeat\",[]]|RPC_FRAMEWORK_ERROR",
        "[2,\"1\",7,{}]|RPC_FRAMEWORK_ERROR",
        "[2,\"1\",\"MakeCoffee\",{}]|NOT_IMPLEMENTED",
        "[2,\"1\",\"SetChargingProfile\",{}]|NOT_SUPPORTED",
        "[2,\"1\",\"SignCertificate\",{}]|NOT_SUPPORTED",
        "[2,\"1\",\"Authorize\",{}]|OCCURRENCE_CONSTRAINT_VIOLATION",
        "[2,\"1\",\"Authorize\",{\"idTag\":null}]|OCCURRENCE_CONSTRAINT_VIOLATION",
        "[2,\"1\",\"Authorize\",{\"idTag\":{}}]|TYPE_CONSTRAINT_VIOLATION",
        "[2,\"1\",\"MeterValues\",{\"connectorId\":1,\"meterValue\":[{"
            + "}]}]|OCCURRENCE_CONSTRAINT_VIOLATION",
        "[2,\"1\",\"MeterValues\",{\"connectorId\":\"x\",\"meterValue\":"
            + "[]}]|PROPERTY_CONSTRAINT_VIOLATION",
        "[2,\"1\",\"MeterValues\",{\"connectorId\":1e99,\"meterValue\""
            + ":[]}]|TYPE_CONSTRAINT_VIOLATION",
        "[2,\"1\",\"StatusNotification\",{"
            + "\"connectorId\":1,\"errorCode\":\"NoError\",\"status\":\"Odd\"}]"
            + "|PROPERTY_CONSTRAINT_VIOLATION",
      })
  void refusesACallWithTheCodeOfItsFault(String text, ErrorCode code) {
    assertThat(read(text))
        .isInstanceOfSatisfying(Inbound.Refused.class, it -> assertThat(it.code()).isEqualTo(code));
  }

  @Test
  void refusesNamesOfAbsurdLength() {
    String named = START.formatted("2026-11-22T12:00:00Z").replace("\"a\"", "\"%s\"");
    assertThat(read(named.formatted("x".repeat(255)))).isInstanceOf(Inbound.Understood.class);
    assertThat(read(named.formatted("x".repeat(256))))
        .isInstanceOfSatisfying(
            Inbound.Refused.class,
            it -> assertThat(it.code()).isEqualTo(ErrorCode.PROPERTY_CONSTRAINT_VIOLATION));
  }

  @Test
  void neverReadsAMissingNumberAsZero() {
    String noMeterStart = START.formatted("2026-11-22T12:00:00Z").replace("\"meterStart\":0,", "");
    assertThat(read(noMeterStart)).isInstanceOf(Inbound.Refused.class);
    assertThat(read(noMeterStart.replace("{", "{\"meterStart\":\"\",")))
        .isInstanceOf(Inbound.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[",
        "{}",
        "[2]",
        "[2,7,\"Heartbeat\",{}]",
        "[2,\"\",\"Heartbeat\",{}]",
        "[9,\"1\",{}]",
        "[2.5,\"1\",{}]",
        "[2,\"0123456789012345678901234567890123456\",\"Heartbeat\",{}]",
        "[2,\"1\",\"Heartbeat\",{}] [",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
      })
  void callsNoiseWhatCannotBeAnswered(String text) {
    assertThat(read(text)).isInstanceOf(Inbound.Noise.class);
  }

  @Test
  void readsAnAnswerByTheActionThatWaitsForIt() {
    Inbound read =
        JSON.read(
            "[3,\"7\",{\"status\":\"Accepted\"}]", id -> Optional.of(Action.SET_CHARGING_PROFILE));
    assertThat(read)
        .isEqualTo(
            new Inbound.Understood(
                new Frame.CallResult(
                    "7", new SetChargingProfile.Conf(ChargingProfileStatus.Accepted)),
                0));
    assertThat(read("[3,\"7\",{\"status\":\"Accepted\"}]")).isEqualTo(new Inbound.Unasked("7"));
    assertThat(read("[4,\"7\",\"GenericError\",\"\",{}]")).isEqualTo(new Inbound.Unasked("7"));
    assertThat(JSON.read("[3,\"7\",{}]", id -> Optional.of(Action.SET_CHARGING_PROFILE)))
        .isInstanceOf(Inbound.BadAnswer.class);
  }

  @Test
  void readsAnErrorWhateverItsCodeIs() {
    assertThat(JSON.read("[4,\"7\",\"Odd\"]", id -> Optional.of(Action.GET_CONFIGURATION)))
        .isEqualTo(
            new Inbound.Understood(new Frame.CallError("7", ErrorCode.GENERIC_ERROR, ""), 0));
  }

  @Test
  void survivesAnythingACallCanBeBrokenInto() {
    Random random = new Random(1);
    String call = START.formatted("2026-11-22T12:00:00Z");
    for (int n = 0; n < 50_000; n++) {
      StringBuilder broken = new StringBuilder(call);
      for (int change = 0; change <= n % 4; change++) {
        int at = random.nextInt(broken.length());
        switch (random.nextInt(3)) {
          case 0 -> broken.setCharAt(at, (char) (' ' + random.nextInt(95)));
          case 1 -> broken.deleteCharAt(at);
          default -> broken.insert(at, "[{\"}],:0-9e".charAt(random.nextInt(11)));
        }
      }
      assertThat(read(broken.toString())).isNotNull();
    }
  }

  private static Inbound read(String text) {
    return JSON.read(text, id -> Optional.empty());
  }
}
