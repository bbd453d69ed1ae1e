package dev.headroom.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Message;
import dev.headroom.contract.limits.LimitsRecord.OwnerLease;
import dev.headroom.contract.limits.LimitsRecord.SiteLimits;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A value that got lost on the way is refused, never read as 0 or false. */
class LostFieldTest {

  /** May be absent by their meaning: unknown, or none. */
  private static final Set<String> READING_OPTIONAL =
      Set.of("voltage_millivolts", "active_power_watts", "sequence");

  private static final Set<String> STATE_OPTIONAL =
      Set.of(
          "session",
          "session.remaining_watt_hours",
          "session.departure_unix_nanos",
          "acknowledged",
          "settled",
          "measured");

  /** Nothing binds, no meter; a site without EVSEs has empty lists. */
  private static final Set<String> LIMITS_OPTIONAL =
      Set.of(
          "allocation.limits",
          "allocation.circuits",
          "allocation.oldest_reading_unix_nanos",
          "allocation.limits.connection_epoch",
          "allocation.limits.reason.circuit",
          "allocation.limits.reason.phase",
          "allocation.limits.reason.bound_milliamps",
          "allocation.circuits.sharing",
          "allocation.circuits.measured_milliamps");

  @TestFactory
  Stream<DynamicTest> ofReadings() {
    return each(
        Codecs.METER_READING,
        MeterReadingWire.toWire(Samples.READING),
        path -> READING_OPTIONAL.contains(path) || onePhase(path));
  }

  @TestFactory
  Stream<DynamicTest> ofEvseStates() {
    return each(
        Codecs.EVSE_STATE,
        EvseStateWire.toWire(Samples.STATE),
        path -> STATE_OPTIONAL.contains(path) || onePhase(path));
  }

  @TestFactory
  Stream<DynamicTest> ofOpeningEvseStates() {
    return each(
        Codecs.EVSE_STATE, EvseStateWire.toWire(Samples.OPENING_STATE), STATE_OPTIONAL::contains);
  }

  @TestFactory
  Stream<DynamicTest> ofAllocations() {
    return each(
        Codecs.LIMITS,
        LimitsWire.toWire(
            new SiteLimits(Samples.ALLOCATION, Optional.of(Samples.READING.measuredAt()))),
        LIMITS_OPTIONAL::contains);
  }

  @TestFactory
  Stream<DynamicTest> ofOwnerLeases() {
    return Stream.of(Samples.LEASE, Samples.OPENING_LEASE)
        .flatMap((OwnerLease it) -> each(Codecs.LIMITS, LimitsWire.toWire(it), path -> false));
  }

  /** One of several phases may be unknown; {@code PerPhase} never says 0 for it. */
  private static boolean onePhase(String path) {
    return path.matches(".*\\.l[123]");
  }

  private static <T> Stream<DynamicTest> each(
      Codec<T> codec, Message whole, Predicate<String> optional) {
    T value = codec.decode(whole.toByteArray());
    return LostFields.of(whole).entrySet().stream()
        .map(
            lost ->
                DynamicTest.dynamicTest(
                    "without " + lost.getKey(),
                    () -> {
                      byte[] bytes = lost.getValue().toByteArray();
                      if (optional.test(lost.getKey())) {
                        assertThat(codec.decode(bytes)).isNotEqualTo(value);
                      } else {
                        assertThatThrownBy(() -> codec.decode(bytes))
                            .isInstanceOf(MalformedRecord.class);
                      }
                    }));
  }
}
