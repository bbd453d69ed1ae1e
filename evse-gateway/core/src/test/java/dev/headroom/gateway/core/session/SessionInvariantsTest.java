package dev.headroom.gateway.core.session;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds whatever comes in, in whatever order. */
class SessionInvariantsTest {

  @Property(tries = 300)
  void theRulesOfTheLineHold(@ForAll("stories") List<Happening> story) {
    RuleKeeper keeper = new RuleKeeper();
    story.forEach(keeper::live);
    keeper.close();
  }

  @Provide
  Arbitrary<List<Happening>> stories() {
    return Stories.any();
  }
}
