package dev.headroom.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.kubernetes.chart.Chart;
import dev.headroom.kubernetes.chart.ValuesSet;
import dev.headroom.kubernetes.policy.Policy;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** A slip in a template is found: each row alters one file of a copy and says who objects. */
@NeedsHelm
class AlteredChartTest {

  private static final String ROWS = "/dev/headroom/kubernetes/";

  @TempDir private Path copy;

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @CsvFileSource(
      resources = ROWS + "slips.csv",
      delimiter = '|',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void policiesObject(String file, String text, String otherwise, String objection) {
    var altered = altered(file, text, otherwise).render(ValuesSet.EVERYTHING);
    assertThat(Policy.allBroken(altered)).anyMatch(it -> it.contains(objection));
  }

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @CsvFileSource(
      resources = ROWS + "misspelt.csv",
      delimiter = '|',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void theStrictReaderObjects(String file, String text, String otherwise) {
    Chart altered = altered(file, text, otherwise);
    assertThatThrownBy(() -> altered.render(ValuesSet.EVERYTHING))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(otherwise.replaceAll("[^A-Za-z].*", ""));
  }

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @CsvFileSource(
      resources = ROWS + "unsound.csv",
      delimiter = '|',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void helmObjects(String file, String text, String otherwise) {
    assertThat(altered(file, text, otherwise).lintStrictly().isFailed()).isTrue();
  }

  private Chart altered(String file, String text, String otherwise) {
    return Chart.ofCheckout()
        .altered(copy.resolve("chart"), file, newLines(text), newLines(otherwise));
  }

  private static String newLines(String text) {
    return text.replace("\\n", "\n");
  }
}
