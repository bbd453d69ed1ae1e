package dev.headroom.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.kubernetes.chart.Chart;
import dev.headroom.kubernetes.chart.Values;
import dev.headroom.kubernetes.chart.ValuesSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Values, their schema and their table in the README say the same. */
class ValuesTest {

  private static final List<String> SERVICES =
      List.of("allocator", "evseGateway", "drAdapter", "meterIngest");

  /** {@code | `a.path`, `another` | `default` | what for |}. */
  private static final Pattern ROW =
      Pattern.compile("^\\| (`[a-zA-Z*][^|]*) \\| ([^|]*) \\|.*\\|$", Pattern.MULTILINE);

  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  @NeedsHelm
  @ParameterizedTest(name = "{0}={1}")
  @CsvFileSource(
      resources = "/dev/headroom/kubernetes/refused.csv",
      delimiter = '|',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void theSchemaRefuses(String setting, String value, String message) {
    assertThatThrownBy(() -> Chart.ofCheckout().render(ValuesSet.DEFAULTS, Map.of(setting, value)))
        .hasMessageContaining("schema")
        .hasMessageContaining(message);
  }

  @Test
  void theSchemaHasWhatTheValuesHaveAndNothingElse() {
    assertThat(differences("", Values.tree("values.schema.json"), Values.tree("values.yaml")))
        .isEmpty();
  }

  private static List<String> differences(String path, JsonNode schema, JsonNode values) {
    List<String> found = new ArrayList<>();
    if (!schema.has("properties")) {
      return found;
    }
    if (!schema.path("additionalProperties").isBoolean()) {
      found.add(path + " takes any name");
    }
    var named =
        new ArrayList<>(schema.get("properties").propertyStream().map(Map.Entry::getKey).toList());
    named.remove("global");
    values
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!named.remove(name)) {
                found.add(path + "." + name + " is not in the schema");
              }
            });
    named.forEach(name -> found.add(path + "." + name + " has no default"));
    schema
        .get("properties")
        .propertyStream()
        .forEach(
            it ->
                found.addAll(
                    differences(
                        path + "." + it.getKey(), it.getValue(), values.path(it.getKey()))));
    return found;
  }

  @Test
  void theTableExplainsEveryValueAndItsDefault() {
    Map<String, Optional<String>> documented = new TreeMap<>();
    ROW.matcher(Chart.text(Chart.ofCheckout().directory().resolve("README.md")))
        .results()
        .forEach(row -> paths(row).forEach(path -> documented.put(path, quoted(row.group(2)))));
    Map<String, JsonNode> real = Values.ofChart();
    assertThat(documented.keySet()).isEqualTo(real.keySet());
    real.forEach(
        (path, value) ->
            documented
                .getOrDefault(path, Optional.empty())
                .ifPresent(it -> assertThat(it).as("default of %s", path).isEqualTo(text(value))));
  }

  /** A star stands for each of the four services. */
  private static Stream<String> paths(MatchResult row) {
    return QUOTED
        .matcher(row.group(1))
        .results()
        .map(it -> it.group(1))
        .flatMap(
            path ->
                path.startsWith("*")
                    ? SERVICES.stream().map(service -> service + path.substring(1))
                    : Stream.of(path));
  }

  private static Optional<String> quoted(String cell) {
    return QUOTED.matcher(cell).results().map(it -> it.group(1)).findFirst();
  }

  private static String text(JsonNode value) {
    return value.isTextual() && !value.textValue().isEmpty() ? value.textValue() : value.toString();
  }
}
