package dev.headroom.contract.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.Phasor;
import dev.headroom.core.network.Bound;
import dev.headroom.core.network.Network;
import dev.headroom.core.network.Place;
import dev.headroom.core.network.Rating;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.SiteTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Our two garages carry what an independent simulator printed of them: constraint by constraint.
 */
class AcnGaragesTest {

  private static final Path PRINTED =
      Path.of("../../../shared/data/ev-sessions/acn-networks.json").normalize();

  private static final Map<String, String> CIRCUITS =
      Map.of(
          "CC Pod", "cc-pod",
          "AV Pod", "av-pod",
          "First Floor SP1", "sp1",
          "First Floor SP2", "sp2",
          "Third Floor Panel", "floor-3",
          "Fourth Floor Panel", "floor-4",
          "First Floor Transformer", "floor-1",
          "Third/Fourth Floor Transformer", "upper-floors");

  /** One row of the printed matrix. */
  private record Constraint(
      Place place, double limit, double[] factors, double[] degrees, double[] amps) {

    /** |Σ| of those whose voltages point in one of these directions. */
    double sum(List<Double> only) {
      return IntStream.range(0, factors.length)
          .filter(port -> only.contains(degrees[port]))
          .mapToObj(port -> Phasor.polar(factors[port] * amps[port], degrees[port]))
          .reduce(Phasor.ZERO, Phasor::plus)
          .magnitude();
    }

    double worst() {
      List<List<Double>> subsets =
          List.of(
              List.of(30.0),
              List.of(-90.0),
              List.of(150.0),
              List.of(30.0, -90.0),
              List.of(30.0, 150.0),
              List.of(-90.0, 150.0),
              List.of(30.0, -90.0, 150.0));
      return subsets.stream().mapToDouble(this::sum).max().orElseThrow();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "caltech-garage, caltech_acn(transformer_cap=150), 8",
    "jpl-garage,     jpl_acn(),                        24"
  })
  void carryWhatAnotherSimulatorComputes(String example, String key, int rows) throws Exception {
    JsonNode printed = printed(key);
    SiteTree tree = tree(example);
    Network network = Network.of(tree);
    assertThat(printed.path("constraint_matrix")).hasSize(rows);
    Random random = new Random(20_191_224);
    for (int round = 0; round < 200; round++) {
      int[] amps = random.ints(network.ports(), 0, 33).toArray();
      for (int row = 0; row < rows; row++) {
        assertCarries(network, tree, constraint(printed, row, tree, amps), amps);
      }
    }
  }

  private static void assertCarries(
      Network network, SiteTree tree, Constraint expected, int[] amps) {
    Bound bound =
        network.bounds().stream()
            .filter(it -> it.place().equals(expected.place()))
            .findFirst()
            .orElseThrow();
    double[] sums = bound.sums(amps);
    double now = expected.sum(List.of(30.0, -90.0, 150.0));

    assertThat(bound.flowing(sums)).as("%s", expected.place()).isCloseTo(now, within(1e-6));
    assertThat(bound.carried(sums))
        .as("%s", expected.place())
        .isCloseTo(expected.worst(), within(1e-6));
    if (expected.place().kind() != Place.Kind.PRIMARY) {
      assertThat(bound.carried(sums)).isCloseTo(now, within(1e-6));
      assertThat(continuousAmps(tree, expected.place())).isCloseTo(expected.limit(), within(0.001));
    }
  }

  /** Of JPL the simulator prints secondary limits × √3, which is not what 480 V makes of kVA. */
  @ParameterizedTest
  @CsvSource({
    "caltech-garage, garage,       180.505",
    "jpl-garage,     floor-1,      54.151",
    "jpl-garage,     upper-floors, 180.505"
  })
  void primariesMayCarryTheirKva(String example, String circuit, double amps) {
    for (Phase line : Phase.values()) {
      assertThat(continuousAmps(tree(example), Place.primary(circuit, line))).isEqualTo(amps);
    }
  }

  private static double continuousAmps(SiteTree tree, Place place) {
    return ((Rating.Current) Rating.of(tree, place)).continuousMilliamps() / 1000.0;
  }

  private static Constraint constraint(JsonNode printed, int row, SiteTree tree, int[] amps) {
    Map<String, Integer> columns = new HashMap<>();
    JsonNode stations = printed.path("station_ids");
    for (int column = 0; column < stations.size(); column++) {
      columns.put(stations.path(column).asText(), column);
    }
    List<Evse> evses = tree.site().evses();
    assertThat(evses.stream().map(it -> it.address().stationId()))
        .containsExactlyInAnyOrderElementsOf(columns.keySet());
    double[] factors = new double[evses.size()];
    double[] degrees = new double[evses.size()];
    for (int port = 0; port < evses.size(); port++) {
      int column = columns.getOrDefault(evses.get(port).address().stationId(), -1);
      factors[port] = printed.path("constraint_matrix").path(row).path(column).asDouble();
      degrees[port] = printed.path("phases_deg").path(column).asDouble();
    }
    String name = printed.path("constraint_index").path(row).asText();
    double limit = printed.path("magnitudes").path(row).asDouble();
    double[] each = IntStream.of(amps).asDoubleStream().toArray();
    return new Constraint(place(name), limit, factors, degrees, each);
  }

  /** Such as {@code Primary A}, {@code CC Pod} or {@code First Floor SP1 I_b}. */
  private static Place place(String name) {
    Phase line =
        Phase.values()[
            Math.max(0, "ABC".indexOf(name.substring(name.length() - 1).toUpperCase(Locale.ROOT)))];
    String circuit =
        CIRCUITS.entrySet().stream()
            .filter(it -> name.startsWith(it.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("garage");
    if (name.contains("Primary")) {
      return Place.primary(circuit, line);
    }
    return name.contains("Secondary") ? Place.secondary(circuit, line) : Place.line(circuit, line);
  }

  private static JsonNode printed(String key) throws Exception {
    assumeTrue(Files.exists(PRINTED), "skipped: no printed networks at ../shared/data");
    return new ObjectMapper().readTree(PRINTED.toFile()).path(key);
  }

  private static SiteTree tree(String example) {
    Path file = Path.of("../../deploy/examples", example, example + ".yaml");
    SiteFile read = SiteYaml.read(file);
    assertThat(read).isInstanceOf(SiteFile.Read.class);
    return new SiteTree(((SiteFile.Read) read).document().site());
  }
}
