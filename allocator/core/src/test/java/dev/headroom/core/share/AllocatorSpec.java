package dev.headroom.core.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.network.Network;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What holds for every allocator. */
abstract class AllocatorSpec {

  abstract Allocator allocator(Network network);

  @TestFactory
  Stream<DynamicTest> sharesAsTheScenarioSays() {
    return ScenarioFile.all().stream()
        .map(it -> DynamicTest.dynamicTest(it.name(), () -> sharesAsItSays(it)));
  }

  private void sharesAsItSays(Scenario scenario) {
    Shares shares = allocator(scenario.network()).share(scenario.claims(), scenario.room());
    assertThat(scenario.told(shares)).isEqualTo(scenario.expectedText());
  }
}
