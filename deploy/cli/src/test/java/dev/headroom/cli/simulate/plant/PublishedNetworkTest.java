package dev.headroom.cli.simulate.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.cli.simulate.Garages;
import dev.headroom.cli.simulate.TwoBays;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.network.Place;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What flows in two real garages, against the matrices that another simulator printed of them. */
class PublishedNetworkTest {

  private static final int TRIALS = 50;

  /** What that simulator calls it; what stands before the line's letter. */
  private static final Map<String, Place> PLACES =
      Map.of(
          "Secondary ", Place.secondary("garage", Phase.L1),
          "Primary ", Place.primary("garage", Phase.L1),
          "First Floor SP1 I_", Place.line("sp1", Phase.L1),
          "First Floor SP2 I_", Place.line("sp2", Phase.L1),
          "Third Floor Panel I_", Place.line("floor-3", Phase.L1),
          "Fourth Floor Panel I_", Place.line("floor-4", Phase.L1),
          "First Floor Transformer Secondary ", Place.secondary("floor-1", Phase.L1),
          "First Floor Transformer Primary ", Place.primary("floor-1", Phase.L1),
          "Third/Fourth Floor Transformer Secondary ", Place.secondary("upper-floors", Phase.L1),
          "Third/Fourth Floor Transformer Primary ", Place.primary("upper-floors", Phase.L1));

  private static Place place(String name) {
    return switch (name) {
      case "CC Pod" -> Place.line("cc-pod", Phase.L1);
      case "AV Pod" -> Place.line("av-pod", Phase.L1);
      default -> {
        int last = name.length() - 1;
        Place first = Optional.ofNullable(PLACES.get(name.substring(0, last))).orElseThrow();
        Phase line = Phase.values()["abcABC".indexOf(name.charAt(last)) % 3];
        yield new Place(first.kind(), first.circuit(), Optional.of(line));
      }
    };
  }

  @ParameterizedTest
  @CsvSource({
    "caltech-garage, caltech_acn(transformer_cap=150), 54, 8",
    "jpl-garage, jpl_acn(), 52, 24"
  })
  void flowsAsPublished(String name, String key, int evses, int constraints) throws Exception {
    JsonNode network =
        new ObjectMapper()
            .readTree(Files.readString(Garages.published("acn-networks.json")))
            .get(key);
    Plant plant = Plant.of(TwoBays.site(Files.readString(Garages.site(name))));
    assertThat(plant.ports()).hasSize(evses);
    assertThat(network.get("constraint_index")).hasSize(constraints);
    Random random = new Random(7);
    for (int trial = 0; trial < TRIALS; trial++) {
      int[] milliamps = random.ints(evses, 0, 32_001).toArray();
      double[] carried = new double[plant.limits().length];
      plant.reckoning().carried(milliamps, carried);
      for (int row = 0; row < constraints; row++) {
        Place place = place(network.get("constraint_index").get(row).textValue());
        double published = published(network, row, plant, milliamps);
        assertThat(carried[plant.places().indexOf(place)])
            .as("%s in trial %d of seed 7", place, trial)
            .isCloseTo(published, within(1e-3));
      }
    }
  }

  /** |Σ row × current ∠ angle|, in milliamperes. */
  private static double published(JsonNode network, int row, Plant plant, int[] milliamps) {
    Map<String, Integer> drawn = new HashMap<>();
    for (int port = 0; port < milliamps.length; port++) {
      drawn.put(plant.ports().get(port).evse().address().stationId(), milliamps[port]);
    }
    double re = 0;
    double im = 0;
    JsonNode stations = network.get("station_ids");
    for (int i = 0; i < stations.size(); i++) {
      double radians = Math.toRadians(network.get("phases_deg").get(i).doubleValue());
      double current =
          network.get("constraint_matrix").get(row).get(i).doubleValue()
              * drawn.getOrDefault(stations.get(i).textValue(), 0);
      re += current * Math.cos(radians);
      im += current * Math.sin(radians);
    }
    return Math.hypot(re, im);
  }

  /** The published limits of a transformer of 150 kVA: 150 kW / 3 / 120 V and / 277 V. */
  @ParameterizedTest
  @CsvSource({"CC Pod, 80000", "Secondary A, 416667", "Primary B, 180505"})
  void limitsAsPublished(String name, double milliamps) throws Exception {
    Plant plant = Plant.of(TwoBays.site(Files.readString(Garages.site("caltech-garage"))));

    assertThat(plant.limits()[plant.places().indexOf(place(name))])
        .isCloseTo(milliamps, within(100.0));
  }
}
