package dev.headroom.core.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.core.allocation.CircuitLoad;
import dev.headroom.core.allocation.CircuitLoad.Sharing;
import dev.headroom.core.allocation.EvseLimit;
import dev.headroom.core.allocation.Reason;
import dev.headroom.core.electrical.Phase;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of every sentence. */
class ExplanationPropertiesTest {

  private static final Pattern AMPERES = Pattern.compile("(-?[0-9.]+) A\\b");

  @Provide
  Arbitrary<Reason> reasons() {
    Arbitrary<Integer> bounds = Arbitraries.integers().between(-200_000, 200_000);
    return Combinators.combine(
            Arbitraries.of(Reason.Kind.class),
            Arbitraries.of("panel-a", "panel-b").optional(),
            Arbitraries.of(Phase.class).optional(),
            bounds.optional(0.7))
        .as(
            (kind, circuit, phase, bound) -> {
              Reason reason = new Reason(kind, circuit, phase);
              return bound
                  .map(it -> it < 0 ? reason.withinWatts(-it) : reason.withinMilliamps(it))
                  .orElse(reason);
            });
  }

  @Provide
  Arbitrary<CircuitLoad> loads() {
    Arbitrary<Integer> currents = Arbitraries.integers().between(0, 200_000);
    Arbitrary<Sharing> sharing =
        Combinators.combine(Arbitraries.integers().between(0, 5), currents).as(Sharing::new);
    return Combinators.combine(
            Arbitraries.of(Phase.class), currents, currents, currents, sharing.optional(0.8))
        .as(
            (phase, limit, base, most, who) ->
                new CircuitLoad("panel-a", phase, limit, OptionalInt.empty(), base, most, who));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void everySentenceIsOneOfPlainWords(
      @ForAll @IntRange(max = 200_000) int limit,
      @ForAll("reasons") Reason reason,
      @ForAll("loads") CircuitLoad load) {
    String sentence = Said.of(limit, reason, load);
    assertThat(sentence)
        .matches("bay-7 [A-Za-z0-9 .,:;'-]+[a-zA-Z0-9]\\.")
        .doesNotContain("null", "Optional", "  ", " ,", " ;", " .", "_")
        .doesNotContainPattern("\\.[^0-9]");
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void noCurrentIsNegative(
      @ForAll @IntRange(max = 200_000) int limit,
      @ForAll("reasons") Reason reason,
      @ForAll("loads") CircuitLoad load) {
    Matcher amperes = AMPERES.matcher(Said.of(limit, reason, load));
    while (amperes.find()) {
      assertThat(Double.parseDouble(amperes.group(1))).isNotNegative();
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void theLimitIsInTheSentenceUnlessItIsAPause(
      @ForAll @IntRange(min = 100, max = 200_000) int limit,
      @ForAll("reasons") Reason reason,
      @ForAll("loads") CircuitLoad load) {
    assertThat(Said.of(limit, reason, load)).contains(" " + Figures.amps(limit));
    assertThat(Said.of(0, reason, load)).containsPattern("is paused|pauses");
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void theSameSentenceIsFoundByName(
      @ForAll("reasons") Reason reason, @ForAll("loads") CircuitLoad load) {
    EvseLimit limit = new EvseLimit("bay-7", 6000, reason);
    EvseLimit other = new EvseLimit("bay-8", 7000, reason);
    var explanation = new Explanation(Said.allocation(List.of(other, limit), List.of(load)));
    assertThat(explanation.why("bay-7")).isEqualTo(Optional.of(explanation.why(limit)));
    assertThat(explanation.why("bay-8")).isNotEqualTo(explanation.why("bay-7"));
  }
}
