package dev.headroom.web.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SitePatternTest {

  @ParameterizedTest
  @CsvSource({
    "*,               anything,         true",
    "campus-*,        campus-north,     true",
    "campus-*,        campus-,          true",
    "campus-*,        campus,           false",
    "campus-*,        my-campus-north,  false",
    "campus,          campus,           true",
    "campus,          campus-north,     false",
    "*-garage,        north-garage,     true",
    "*-garage,        north-garage-2,   false",
    "a*b*c,           a-b-c,            true",
    "a*b*c,           abc,              true",
    "a*b*c,           ac,               false",
    "a*ab,            a-ab-ab,          true",
    "ab*ba,           aba,              false",
    "*north*,         the-north-lot,    true",
    "*north*,         the-south-lot,    false",
    "lot.1,           lotx1,            false",
  })
  void matchesWholeNames(String pattern, String site, boolean matches) {
    assertThat(SitePattern.parse(pattern).orElseThrow().matches(site)).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "**", "Campus-*", "campus_*", "a b", "a%", "campus-[ab]", "a?", "*a**", "ä*"})
  void refusesWhatIsNoPattern(String text) {
    assertThat(SitePattern.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"*, %", "campus-*, campus-%", "a*b, a%b", "lot.1, lot.1"})
  void isTheSameForADatabase(String pattern, String like) {
    assertThat(SitePattern.parse(pattern).orElseThrow().like()).isEqualTo(like);
  }
}
