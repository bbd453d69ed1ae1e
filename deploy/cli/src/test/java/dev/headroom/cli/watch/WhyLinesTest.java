package dev.headroom.cli.watch;

import static dev.headroom.cli.watch.WatchedSites.picture;
import static dev.headroom.cli.watch.WatchedSites.site;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhyLinesTest {

  @Test
  void eachSiteThatHasSuchAnEvseTellsItsSentenceTheTightestFirst() {
    Picture picture = picture(site("oak", 40, 2), site("elm", 70, 1));

    assertThat(WhyLines.of(picture, "port-1"))
        .containsExactly(
            "elm: port-1 gets 16.0 A: its share of L1 on service.",
            "oak: port-1 gets 16.0 A: its share of L1 on service.");
  }

  @Test
  void anAllocatorBeforeSentencesGivesTheShortWords() {
    assertThat(WhyLines.of(picture(site("oak", 40, 2)), "port-2"))
        .containsExactly("oak: port-2 gets 6.0 A: no vehicle.");
  }

  @Test
  void nobodyOfThisNameTellsNothing() {
    assertThat(WhyLines.of(picture(site("oak", 40, 2)), "port-9")).isEmpty();
  }
}
