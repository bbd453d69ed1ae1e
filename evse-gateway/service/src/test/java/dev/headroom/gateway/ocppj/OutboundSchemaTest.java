package dev.headroom.gateway.ocppj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headroom.gateway.actor.OcppSchemas;
import dev.headroom.gateway.core.dialect.Dialect;
import dev.headroom.gateway.core.ocpp16.Action;
import dev.headroom.gateway.core.ocpp16.AuthorizationStatus;
import dev.headroom.gateway.core.ocpp16.Authorize;
import dev.headroom.gateway.core.ocpp16.BootNotification;
import dev.headroom.gateway.core.ocpp16.ChangeConfiguration;
import dev.headroom.gateway.core.ocpp16.ChargingProfile;
import dev.headroom.gateway.core.ocpp16.ChargingProfileKind;
import dev.headroom.gateway.core.ocpp16.ChargingProfilePurpose;
import dev.headroom.gateway.core.ocpp16.ChargingRateUnit;
import dev.headroom.gateway.core.ocpp16.ChargingSchedule;
import dev.headroom.gateway.core.ocpp16.ChargingSchedulePeriod;
import dev.headroom.gateway.core.ocpp16.ClearChargingProfile;
import dev.headroom.gateway.core.ocpp16.DataTransfer;
import dev.headroom.gateway.core.ocpp16.DataTransferStatus;
import dev.headroom.gateway.core.ocpp16.DiagnosticsStatusNotification;
import dev.headroom.gateway.core.ocpp16.FirmwareStatusNotification;
import dev.headroom.gateway.core.ocpp16.GetCompositeSchedule;
import dev.headroom.gateway.core.ocpp16.GetConfiguration;
import dev.headroom.gateway.core.ocpp16.Heartbeat;
import dev.headroom.gateway.core.ocpp16.IdTagInfo;
import dev.headroom.gateway.core.ocpp16.MessageTrigger;
import dev.headroom.gateway.core.ocpp16.MeterValues;
import dev.headroom.gateway.core.ocpp16.RegistrationStatus;
import dev.headroom.gateway.core.ocpp16.RemoteStopTransaction;
import dev.headroom.gateway.core.ocpp16.SetChargingProfile;
import dev.headroom.gateway.core.ocpp16.StartTransaction;
import dev.headroom.gateway.core.ocpp16.StatusNotification;
import dev.headroom.gateway.core.ocpp16.StopTransaction;
import dev.headroom.gateway.core.ocpp16.TriggerMessage;
import dev.headroom.gateway.core.rpc.Frame;
import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.gateway.core.rpc.Request;
import dev.headroom.gateway.core.rpc.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything we can send passes the official schemas. */
class OutboundSchemaTest {

  private static final OcppJson JSON = new OcppJson(Dialect.of(OcppVersion.OCPP_1_6));
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123456789Z");
  private static final IdTagInfo ACCEPTED = IdTagInfo.of(AuthorizationStatus.Accepted);

  @Test
  void everyCallOfOursFitsItsSchema() {
    OcppSchemas schemas = schemas();
    calls()
        .forEach(
            call ->
                assertThat(schemas.faultsOf(JSON.write(new Frame.Call("1", call)), ""))
                    .as("%s", call)
                    .isEmpty());
    assertThat(calls().map(Request::action))
        .containsAll(Stream.of(Action.values()).filter(action -> !action.fromStation()).toList());
  }

  @Test
  void everyAnswerOfOursFitsItsSchema() {
    OcppSchemas schemas = schemas();
    answers()
        .forEach(
            (action, answer) ->
                assertThat(
                        schemas.faultsOf(
                            JSON.write(new Frame.CallResult("1", answer)), action.wireName()))
                    .as("%s", answer)
                    .isEmpty());
    assertThat(answers().keySet())
        .containsAll(Stream.of(Action.values()).filter(Action::fromStation).toList());
  }

  private static OcppSchemas schemas() {
    Optional<OcppSchemas> schemas = OcppSchemas.installed();
    assumeTrue(schemas.isPresent(), OcppSchemas.MISSING);
    return schemas.orElseThrow();
  }

  private static Stream<Request> calls() {
    ChargingSchedule schedule =
        new ChargingSchedule(
            OptionalInt.of(600),
            Optional.of(NOW),
            ChargingRateUnit.A,
            List.of(
                new ChargingSchedulePeriod(0, new BigDecimal("16.0"), OptionalInt.of(3)),
                new ChargingSchedulePeriod(600, new BigDecimal("6"), OptionalInt.empty())),
            Optional.empty());
    ChargingProfile profile =
        new ChargingProfile(
            1,
            OptionalInt.of(7),
            1,
            ChargingProfilePurpose.TxProfile,
            ChargingProfileKind.Absolute,
            Optional.empty(),
            Optional.empty(),
            Optional.of(NOW),
            schedule);
    return Stream.of(
        new SetChargingProfile.Req(1, profile),
        new ChangeConfiguration.Req("MeterValueSampleInterval", "5"),
        new ClearChargingProfile.Req(
            OptionalInt.of(1),
            OptionalInt.empty(),
            Optional.of(ChargingProfilePurpose.TxProfile),
            OptionalInt.of(1)),
        new ClearChargingProfile.Req(
            OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), OptionalInt.empty()),
        new GetCompositeSchedule.Req(1, 600, Optional.of(ChargingRateUnit.A)),
        new GetConfiguration.Req(Optional.of(List.of("NumberOfConnectors"))),
        new GetConfiguration.Req(Optional.empty()),
        new RemoteStopTransaction.Req(7),
        new TriggerMessage.Req(MessageTrigger.StatusNotification, OptionalInt.of(1)));
  }

  private static Map<Action, Response> answers() {
    return Map.of(
        Action.AUTHORIZE, new Authorize.Conf(ACCEPTED),
        Action.BOOT_NOTIFICATION, new BootNotification.Conf(RegistrationStatus.Accepted, NOW, 60),
        Action.DATA_TRANSFER,
            new DataTransfer.Conf(DataTransferStatus.UnknownVendorId, Optional.empty()),
        Action.DIAGNOSTICS_STATUS_NOTIFICATION, new DiagnosticsStatusNotification.Conf(),
        Action.FIRMWARE_STATUS_NOTIFICATION, new FirmwareStatusNotification.Conf(),
        Action.HEARTBEAT, new Heartbeat.Conf(NOW),
        Action.METER_VALUES, new MeterValues.Conf(),
        Action.START_TRANSACTION, new StartTransaction.Conf(ACCEPTED, 7),
        Action.STATUS_NOTIFICATION, new StatusNotification.Conf(),
        Action.STOP_TRANSACTION, new StopTransaction.Conf(Optional.of(ACCEPTED)));
  }
}
