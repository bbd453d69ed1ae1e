package dev.headroom.world.station;

import dev.headroom.gateway.core.rpc.OcppVersion;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * S1, S5: whatever happens, a charger that keeps to OCPP's rules never offers more than the gateway
 * says it may, neither now nor in the minutes to come if nobody speaks to it again. The charger's
 * profiles are added up by the actors, which share nothing with the gateway.
 */
class CompositeScheduleTest {

  @Property(tries = 200)
  void staysWithinWhatTheGatewaySaysInOcpp16(@ForAll("in16") Drama drama) {
    Stage.play(drama);
  }

  @Property(tries = 200)
  void staysWithinWhatTheGatewaySaysInOcpp201(@ForAll("in201") Drama drama) {
    Stage.play(drama);
  }

  @Provide
  Arbitrary<Drama> in16() {
    return Dramas.of(OcppVersion.OCPP_1_6);
  }

  @Provide
  Arbitrary<Drama> in201() {
    return Dramas.of(OcppVersion.OCPP_2_0_1);
  }
}
