package dev.headroom.gateway.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.gateway.core.dialect.StationIdentity;
import dev.headroom.gateway.core.profile.RateUnit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelTableTest {

  @ParameterizedTest
  @CsvSource({
    "*,            ACME,        true",
    "acme,         ACME,        true",
    "acme*,        Acme Inc.,   true",
    "*inc.,        Acme Inc.,   true",
    "a*e*c.,       Acme Inc.,   true",
    "acme,         Acme Inc.,   false",
    "*x*,          Acme Inc.,   false",
    "a*e*d,        Acme Inc.,   false",
    "acme inc.,    ' Acme Inc. ', true",
    "'',           Acme,        false",
  })
  void aStarStandsForAnyCharacters(String pattern, String vendor, boolean matches) {
    assertThat(ModelPattern.of(pattern, "*").matches(station(vendor, "M", "1"))).isEqualTo(matches);
  }

  @Test
  void theMostSpecificOfEachTraitWinsAndLeavesTheRest() {
    Models table =
        new ModelTable(
            List.of(
                entry("Acme", "One", "2.*", TraitsBuilder.start().proven(true)),
                entry("*", "*", "*", TraitsBuilder.start().ping(true).maxStackLevel(3)),
                entry("Acme", "*", "*", TraitsBuilder.start().ping(false).unit(RateUnit.WATTS)),
                entry("Acme", "One", "*", TraitsBuilder.start().unit(RateUnit.AMPERES))));

    Traits two = table.of(station("Acme", "One", "2.1"));
    assertThat(two.unit()).contains(RateUnit.AMPERES);
    assertThat(two.ping()).contains(false);
    assertThat(two.maxStackLevel()).contains(3);
    assertThat(two.isProven()).isTrue();
    assertThat(table.of(station("Acme", "One", "3.0")).isProven()).isFalse();
    assertThat(table.of(station("Acme", "Two", "2.1")).unit()).contains(RateUnit.WATTS);
    assertThat(table.of(station("Other", "One", "2.1")).unit()).isEmpty();
  }

  @Test
  void ofTwoThatAreAsSpecificTheLaterCounts() {
    ModelTable builtIn =
        new ModelTable(List.of(entry("Acme", "*", "*", TraitsBuilder.start().ping(true))));
    Models extended =
        builtIn.with(List.of(entry("acme", "*", "*", TraitsBuilder.start().ping(false))));

    assertThat(extended.of(station("Acme", "One", "1")).ping()).contains(false);
  }

  @Test
  void aStationThatNamesNoFirmwareIsMetByEveryFirmwareAlone() {
    StationIdentity silent = new StationIdentity("Acme", "One", Optional.empty());

    assertThat(new ModelPattern("Acme", "One", "*").matches(silent)).isTrue();
    assertThat(new ModelPattern("Acme", "One", "1*").matches(silent)).isFalse();
  }

  @Test
  void aTtlIsNeverLongerThanTheSiteCountsWith() {
    Duration site = Duration.ofMinutes(10);

    assertThat(TraitsBuilder.start().ttl(Duration.ofMinutes(2)).build().ttlWithin(site))
        .isEqualTo(Duration.ofMinutes(2));
    assertThat(TraitsBuilder.start().ttl(Duration.ofMinutes(30)).build().ttlWithin(site))
        .isEqualTo(site);
  }

  @Test
  void aRefreshComesBeforeTheEndWhateverIsStated() {
    Duration ttl = Duration.ofSeconds(100);

    assertThat(Traits.UNKNOWN.refreshWithin(ttl)).isEqualTo(Duration.ofSeconds(50));
    assertThat(TraitsBuilder.start().refresh(Duration.ofHours(1)).build().refreshWithin(ttl))
        .isEqualTo(Duration.ofSeconds(90));
  }

  @Property(tries = 300)
  void matchesWhatARegularExpressionMatches(
      @ForAll("patterns") String pattern, @ForAll("texts") String text) {
    boolean expected = text.matches(pattern.replace("*", ".*"));

    assertThat(ModelPattern.of("*", pattern).matches(station("V", text, "1"))).isEqualTo(expected);
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.strings().withChars("ab*").ofMaxLength(8);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab").ofMaxLength(8);
  }

  private static ModelTable.Entry entry(
      String vendor, String model, String firmware, TraitsBuilder traits) {
    return new ModelTable.Entry(new ModelPattern(vendor, model, firmware), traits.build());
  }

  private static StationIdentity station(String vendor, String model, String firmware) {
    return new StationIdentity(vendor, model, Optional.of(firmware));
  }

  @Test
  void namesTheMostSpecificPatternThatMeansAStation() {
    ModelTable table =
        new ModelTable(
            List.of(
                entry("Acme", "*", "*", TraitsBuilder.start()),
                entry("Acme", "Wall*", "2.*", TraitsBuilder.start()),
                entry("Acme", "Wall*", "*", TraitsBuilder.start())));

    assertThat(table.meaning(station("acme", "Wallbox", "2.1")).map(ModelPattern::name))
        .contains("Acme/Wall*/2.*");
    assertThat(table.meaning(station("Acme", "Wallbox", "3")).map(ModelPattern::name))
        .contains("Acme/Wall*");
    assertThat(table.meaning(station("Acme", "Post", "3")).map(ModelPattern::name))
        .contains("Acme/*");
    assertThat(table.meaning(station("Other", "Wallbox", "2.1"))).isEmpty();
  }
}
