package dev.headroom.kubernetes.chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** The chart's values by their paths, such as {@code topics.partitions}. */
public final class Values {

  private Values() {}

  /**
   * The defaults of everything that can be set. A service's resources count as one value, and so
   * does a map that is empty by default.
   */
  public static Map<String, JsonNode> ofChart() {
    Map<String, JsonNode> leaves = new TreeMap<>();
    add("", tree("values.yaml"), leaves);
    return leaves;
  }

  private static void add(String path, JsonNode node, Map<String, JsonNode> leaves) {
    if (!node.isObject() || node.isEmpty() || path.endsWith(".resources")) {
      leaves.put(path, node);
      return;
    }
    String prefix = path.isEmpty() ? "" : path + ".";
    node.properties().forEach(it -> add(prefix + it.getKey(), it.getValue(), leaves));
  }

  /** A YAML or JSON file of the chart. */
  public static JsonNode tree(String file) {
    try {
      return StrictReader.mapper()
          .readTree(Chart.text(Chart.ofCheckout().directory().resolve(file)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(file, e);
    }
  }
}
