package dev.headroom.gateway.core.session;

import dev.headroom.gateway.core.rpc.OcppVersion;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds whatever comes in, in whatever order and version. */
class SessionInvariantsTest {

  @Property(tries = 1000)
  void theRulesOfTheLineHoldInOcpp16(@ForAll("in16") Story story) {
    RuleKeeper.watch(story);
  }

  @Property(tries = 1000)
  void theRulesOfTheLineHoldInOcpp201(@ForAll("in201") Story story) {
    RuleKeeper.watch(story);
  }

  @Provide
  Arbitrary<Story> in16() {
    return Stories.of(OcppVersion.OCPP_1_6);
  }

  @Provide
  Arbitrary<Story> in201() {
    return Stories.of(OcppVersion.OCPP_2_0_1);
  }
}
