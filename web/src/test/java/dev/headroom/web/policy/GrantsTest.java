package dev.headroom.web.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The policy as a table: the grants of a token against what is asked for. */
class GrantsTest {

  @ParameterizedTest(name = "{0} may {1} at {2}: {3}")
  @CsvSource({
    "viewer:*,                                  READ,       north,     true",
    "viewer:*,                                  OPERATE,    north,     false",
    "viewer:*,                                  COMMISSION, north,     false",
    "viewer:*,                                  PROGRAMME,  north,     false",
    "operator:*,                                READ,       north,     true",
    "operator:*,                                OPERATE,    north,     true",
    "operator:*,                                COMMISSION, north,     false",
    "operator:*,                                PROGRAMME,  north,     false",
    "commissioner:*,                            READ,       north,     true",
    "commissioner:*,                            OPERATE,    north,     false",
    "commissioner:*,                            COMMISSION, north,     true",
    "commissioner:*,                            PROGRAMME,  north,     false",
    "utility:*,                                 READ,       north,     false",
    "utility:*,                                 OPERATE,    north,     false",
    "utility:*,                                 COMMISSION, north,     false",
    "utility:*,                                 PROGRAMME,  north,     true",
    "admin:*,                                   READ,       north,     true",
    "admin:*,                                   OPERATE,    north,     true",
    "admin:*,                                   COMMISSION, north,     true",
    "admin:*,                                   PROGRAMME,  north,     true",
    "admin:campus-*,                            COMMISSION, north,     false",
    "admin:campus-*,                            COMMISSION, campus-1,  true",
    "viewer:* operator:campus-*,                OPERATE,    north,     false",
    "viewer:* operator:campus-*,                OPERATE,    campus-1,  true",
    "operator:north commissioner:south,         COMMISSION, north,     false",
    "operator:north commissioner:south,         OPERATE,    south,     false",
    "operator,                                  READ,       north,     false",
    "'operator:',                               READ,       north,     false",
    "Operator:*,                                READ,       north,     false",
    "root:*,                                    READ,       north,     false",
    "offline_access,                            READ,       north,     false",
    "'',                                        READ,       north,     false",
  })
  void allowsWhatARoleMayWhereItHolds(String grants, Action action, String site, boolean may) {
    assertThat(grants(grants).allows(EnumSet.of(action), site)).isEqualTo(may);
  }

  @ParameterizedTest(name = "{0}: somewhere {1}, everywhere {2}")
  @CsvSource({
    "operator:*,                   true,  true",
    "operator:campus-*,            true,  false",
    "viewer:* operator:campus-*,   true,  false",
    "viewer:*,                     false, false",
    "'',                           false, false",
  })
  void knowsWhereItHoldsAtAll(String grants, boolean somewhere, boolean everywhere) {
    Set<Action> operate = EnumSet.of(Action.OPERATE);
    assertThat(grants(grants).allowsSomewhere(operate)).isEqualTo(somewhere);
    assertThat(grants(grants).allowsEverywhere(operate)).isEqualTo(everywhere);
  }

  @Test
  void anyOfSeveralActionsIsEnough() {
    Set<Action> events = EnumSet.of(Action.OPERATE, Action.PROGRAMME);
    Grants both = grants("utility:north operator:south");
    assertThat(both.allows(events, "north")).isTrue();
    assertThat(both.allows(events, "south")).isTrue();
    assertThat(both.allows(events, "east")).isFalse();
    assertThat(both.sites(events)).extracting(SitePattern::text).contains("north", "south");
    assertThat(both.sites(EnumSet.of(Action.OPERATE)))
        .extracting(SitePattern::text)
        .containsExactly("south");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 255, 256, 100_000})
  void looksAtSoManyAndNoMore(int before) {
    List<String> texts = new java.util.ArrayList<>(Collections.nCopies(before, "viewer:elsewhere"));
    texts.add("viewer:north");
    assertThat(Grants.of(texts).allows(EnumSet.of(Action.READ), "north"))
        .isEqualTo(before < Grants.MOST);
  }

  private static Grants grants(String texts) {
    return Grants.of(Arrays.asList(texts.split(" ")));
  }
}
