package dev.headroom.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Message;
import dev.headroom.contract.limits.LimitsRecord.SiteLimits;
import dev.headroom.contract.wire.WireLimitsRecord;
import dev.headroom.contract.wire.WirePhase;
import dev.headroom.contract.wire.WireReason;
import dev.headroom.core.electrical.PerPhase;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.evse.ChargingNeeds;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.reading.MeterReading;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NonsenseTest {

  @Test
  void refusesANegativeCurrent() {
    var wire = MeterReadingWire.toWire(Samples.READING).toBuilder();
    wire.getCurrentMilliampsBuilder().setL1(-1);

    assertRefused(Codecs.METER_READING, wire.build(), "current on L1 is -1 mA");
  }

  @Test
  void refusesACurrentNoServiceHas() {
    var wire = MeterReadingWire.toWire(Samples.READING).toBuilder();
    wire.getCurrentMilliampsBuilder().setL2(20_000_001);

    assertRefused(Codecs.METER_READING, wire.build(), "outside 0 to 20 kA");
  }

  @Test
  void refusesANegativeVoltage() {
    var wire = MeterReadingWire.toWire(Samples.READING).toBuilder();
    wire.getVoltageMillivoltsBuilder().setL1(-230_000);

    assertRefused(Codecs.METER_READING, wire.build(), "voltage on L1");
  }

  @Test
  void refusesANameThatWouldBreakItsKey() {
    var wire = MeterReadingWire.toWire(Samples.READING).toBuilder().setMeter("main/sub");

    assertRefused(Codecs.METER_READING, wire.build(), "meter name 'main/sub'");
  }

  @Test
  void refusesANegativeLimit() {
    WireLimitsRecord.Builder wire = allocation();
    wire.getAllocationBuilder().getLimitsBuilder(0).setLimitMilliamps(-6000);

    assertRefused(Codecs.LIMITS, wire.build(), "a limit is never negative");
  }

  @Test
  void refusesAReasonWithANegativeBoundOrTwo() {
    WireLimitsRecord.Builder current = allocation();
    reason(current).setBoundMilliamps(-1);
    WireLimitsRecord.Builder power = allocation();
    reason(power).clearBoundMilliamps().setBoundWatts(-1);
    WireLimitsRecord.Builder both = allocation();
    reason(both).setBoundWatts(10_000);

    assertRefused(Codecs.LIMITS, current.build(), "what binds is never negative");
    assertRefused(Codecs.LIMITS, power.build(), "what binds is never negative");
    assertRefused(Codecs.LIMITS, both.build(), "not both");
  }

  @Test
  void refusesFewerThanNoSharersAndANegativeReserve() {
    WireLimitsRecord.Builder sharers = allocation();
    sharers.getAllocationBuilder().getCircuitsBuilder(0).getSharingBuilder().setEvses(-1);
    WireLimitsRecord.Builder reserve = allocation();
    reserve
        .getAllocationBuilder()
        .getCircuitsBuilder(0)
        .getSharingBuilder()
        .setReservedMilliamps(-1);

    assertRefused(Codecs.LIMITS, sharers.build(), "-1 EVSEs share");
    assertRefused(Codecs.LIMITS, reserve.build(), "beside -1 mA");
  }

  @Test
  void refusesTwoLimitsForOneEvse() {
    WireLimitsRecord.Builder wire = allocation();
    wire.getAllocationBuilder().addLimits(wire.getAllocation().getLimits(0));

    assertRefused(Codecs.LIMITS, wire.build(), "an EVSE has two limits");
  }

  @Test
  void refusesAPhaseAndAReasonItDoesNotKnow() {
    WireLimitsRecord.Builder phase = allocation();
    phase.getAllocationBuilder().getCircuitsBuilder(0).setPhaseValue(9);
    WireLimitsRecord.Builder unspecified = allocation();
    unspecified
        .getAllocationBuilder()
        .getCircuitsBuilder(0)
        .setPhase(WirePhase.WIRE_PHASE_UNSPECIFIED);
    WireLimitsRecord.Builder reason = allocation();
    reason.getAllocationBuilder().getLimitsBuilder(0).getReasonBuilder().setKindValue(99);

    assertRefused(Codecs.LIMITS, phase.build(), "phase is absent or unknown");
    assertRefused(Codecs.LIMITS, unspecified.build(), "phase is absent or unknown");
    assertRefused(Codecs.LIMITS, reason.build(), "kind is absent or unknown");
  }

  @Test
  void refusesAConnectionThatIsNeitherOpenedNorInAnEpoch() {
    var denied = EvseStateWire.toWire(Samples.OPENING_STATE).toBuilder().setOpensConnection(false);
    var negative = EvseStateWire.toWire(Samples.STATE).toBuilder().setConnectionEpoch(-1);

    assertRefused(Codecs.EVSE_STATE, denied.build(), "neither opened nor in an epoch");
    assertRefused(Codecs.EVSE_STATE, negative.build(), "no offset");
  }

  @Test
  void refusesAnEnergyNoVehicleNeeds() {
    var negative = EvseStateWire.toWire(Samples.STATE).toBuilder();
    negative.getSessionBuilder().setRemainingWattHours(-1);
    var absurd = EvseStateWire.toWire(Samples.STATE).toBuilder();
    absurd.getSessionBuilder().setRemainingWattHours(Long.MAX_VALUE);

    assertRefused(Codecs.EVSE_STATE, negative.build(), "nobody needs -1 Wh");
    assertRefused(Codecs.EVSE_STATE, absurd.build(), "nobody needs 9223372036854775807 Wh");
  }

  /** An older writer says nothing of needs: that is not a vehicle that needs nothing. */
  @Test
  void readsNeedsThatAreAbsentAsUnknown() {
    var silent = EvseStateWire.toWire(Samples.STATE).toBuilder();
    silent.getSessionBuilder().clearRemainingWattHours().clearDepartureUnixNanos();

    EvseState read = Codecs.EVSE_STATE.decode(silent.build().toByteArray());

    assertThat(read.session().orElseThrow().needs()).isEqualTo(ChargingNeeds.UNKNOWN);
    assertThat(Samples.STATE.session().orElseThrow().needs().wattHours()).hasValue(0);
  }

  @Test
  void refusesALeaseWithoutAnEndOrWithoutDuration() {
    var longer = LimitsWire.toWire(Samples.LEASE).toBuilder();
    longer.getOwnerLeaseBuilder().setLeaseNanos(3_600_000_000_001L);
    var none = LimitsWire.toWire(Samples.LEASE).toBuilder();
    none.getOwnerLeaseBuilder().setLeaseNanos(0);

    assertRefused(Codecs.LIMITS, longer.build(), "a lease lies above 0");
    assertRefused(Codecs.LIMITS, none.build(), "a lease lies above 0");
  }

  @Test
  void writesNothingItCouldNotReadBack() {
    var voltage = new PerPhase(Map.of(Phase.L1, -1));
    var reading = Samples.READING;
    var broken =
        new MeterReading(
            reading.site(),
            reading.meter(),
            reading.currentMilliamps(),
            Optional.of(voltage),
            reading.activePowerWatts(),
            reading.sequence(),
            reading.measuredAt(),
            reading.receivedAt());

    assertThatThrownBy(() -> Codecs.METER_READING.encode(broken))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void writesNoInstantBeyondItsRange() {
    var late =
        new EvseState(
            "demo-1",
            "port-1",
            Samples.OPENING_STATE.connectionEpoch(),
            Instant.MAX,
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            false);

    assertThatThrownBy(() -> Codecs.EVSE_STATE.encode(late))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void passesOverFieldsThatANewerWriterAdded() {
    byte[] known = Codecs.METER_READING.encode(Samples.READING);
    byte[] field99 = {(byte) 0x98, 0x06, 0x01};
    byte[] newer = Arrays.copyOf(known, known.length + field99.length);
    System.arraycopy(field99, 0, newer, known.length, field99.length);

    assertThat(Codecs.METER_READING.decode(newer)).isEqualTo(Samples.READING);
  }

  private static WireReason.Builder reason(WireLimitsRecord.Builder wire) {
    return wire.getAllocationBuilder().getLimitsBuilder(0).getReasonBuilder();
  }

  private static WireLimitsRecord.Builder allocation() {
    return LimitsWire.toWire(new SiteLimits(Samples.ALLOCATION)).toBuilder();
  }

  private static void assertRefused(Codec<?> codec, Message wire, String reason) {
    assertThatThrownBy(() -> codec.decode(wire.toByteArray()))
        .isInstanceOf(MalformedRecord.class)
        .hasMessageContaining(reason);
  }
}
