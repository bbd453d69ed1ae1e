package dev.headroom.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.contract.limits.LimitsRecord;
import dev.headroom.core.ceiling.Ceiling;
import dev.headroom.core.evse.EvseState;
import dev.headroom.core.reading.MeterReading;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(ContractValues.class)
@Domain(DomainContext.Global.class)
class RoundTripTest {

  @Property(tries = 300)
  void everyReadingComesBackAsItWas(@ForAll MeterReading reading) {
    assertThat(thereAndBack(Codecs.METER_READING, reading)).isEqualTo(reading);
  }

  @Property(tries = 300)
  void everyEvseStateComesBackAsItWas(@ForAll EvseState state) {
    assertThat(thereAndBack(Codecs.EVSE_STATE, state)).isEqualTo(state);
  }

  @Property(tries = 300)
  void everyAllocationAndLeaseComesBackAsItWas(@ForAll LimitsRecord record) {
    assertThat(thereAndBack(Codecs.LIMITS, record)).isEqualTo(record);
  }

  @Property(tries = 300)
  void everyCeilingComesBackAsItWas(@ForAll Ceiling ceiling) {
    assertThat(thereAndBack(Codecs.CEILING, ceiling)).isEqualTo(ceiling);
  }

  @Property(tries = 300)
  void everyDeadLetterComesBackAsItWas(@ForAll DeadLetter letter) {
    assertThat(thereAndBack(Codecs.DEAD_LETTER, letter)).isEqualTo(letter);
  }

  @Property(tries = 1000)
  void anyBytesAreAValueOrMalformed(@ForAll byte[] bytes) {
    decodesOrRefuses(Codecs.METER_READING, bytes);
    decodesOrRefuses(Codecs.EVSE_STATE, bytes);
    decodesOrRefuses(Codecs.LIMITS, bytes);
    decodesOrRefuses(Codecs.CEILING, bytes);
    decodesOrRefuses(Codecs.SITE_PROPOSAL, bytes);
    decodesOrRefuses(Codecs.SITE, bytes);
    decodesOrRefuses(Codecs.DEAD_LETTER, bytes);
    decodesOrRefuses(Codecs.DEMAND, bytes);
    decodesOrRefuses(Codecs.CONTROL_STATE, bytes);
  }

  private static <T> T thereAndBack(Codec<T> codec, T value) {
    return codec.decode(codec.encode(value));
  }

  /** Anything but {@link MalformedRecord} fails the property. */
  private static void decodesOrRefuses(Codec<?> codec, byte[] bytes) {
    try {
      assertThat(codec.decode(bytes)).isNotNull();
    } catch (MalformedRecord e) {
      assertThat(e).hasMessageContaining(":");
    }
  }
}
