package dev.headroom.simulator.load;

import dev.headroom.actors.load.LoadTrace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Adds up a feeder's one-phase loads per phase. {@code Loads.txt} says on which phase each load
 * hangs ({@code Bus1=34.1} is phase A), its kW, kV and power factor, and its shape; {@code
 * LoadShapes.txt} names the shape's file of one multiplier a line.
 */
final class Feeder {

  private final String source;
  private final Map<String, String> texts;

  private Feeder(String source, Map<String, String> texts) {
    this.source = source;
    this.texts = texts;
  }

  static LoadTrace trace(String source, Map<String, String> texts) {
    return new Feeder(source, texts).trace();
  }

  private LoadTrace trace() {
    Map<String, List<Double>> shapes = new HashMap<>();
    List<double[]> amperes = new ArrayList<>();
    Map<String, String> shapeFiles = shapeFiles();
    for (Map<String, String> load : statements("Loads.txt", "load.")) {
      String shape = field(load, "yearly").toLowerCase(Locale.ROOT);
      String name = field(shapeFiles, shape);
      List<Double> multipliers = shapes.computeIfAbsent(name, this::multipliers);
      double amperesPerUnit = number(load, "kw") / (number(load, "kv") * number(load, "pf"));
      add(amperes, phaseOf(load), multipliers, amperesPerUnit);
    }
    if (amperes.isEmpty()) {
      throw new UnreadableLoad(source + ": Loads.txt names no load");
    }
    return new LoadTrace(Duration.ofMinutes(1), amperes.stream().map(Feeder::milliamps).toList());
  }

  private void add(
      List<double[]> amperes, int phase, List<Double> multipliers, double amperesPerUnit) {
    while (amperes.size() <= phase) {
      amperes.add(new double[multipliers.size()]);
    }
    double[] sum = amperes.get(phase);
    if (sum.length != multipliers.size()) {
      throw new UnreadableLoad(
          source + ": shapes of " + sum.length + " and " + multipliers.size() + " values");
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] += multipliers.get(i) * amperesPerUnit;
    }
  }

  private static List<Integer> milliamps(double[] amperes) {
    List<Integer> values = new ArrayList<>(amperes.length);
    for (double value : amperes) {
      values.add((int) Math.round(value * 1000));
    }
    return values;
  }

  private Map<String, String> shapeFiles() {
    Map<String, String> files = new HashMap<>();
    for (Map<String, String> shape : statements("LoadShapes.txt", "loadshape.")) {
      String path = field(shape, "mult").replace("(file=", "").replace(")", "");
      files.put(field(shape, "name"), FeederArchive.baseName(path));
    }
    return files;
  }

  /** Lines such as {@code New Load.LOAD1 Bus1=34.1 kW=1}: the fields by small name. */
  private List<Map<String, String>> statements(String file, String kind) {
    List<Map<String, String>> statements = new ArrayList<>();
    for (String line : text(file).lines().toList()) {
      String[] words = line.strip().split("\\s+");
      boolean wanted =
          words.length > 1
              && words[0].equalsIgnoreCase("new")
              && words[1].toLowerCase(Locale.ROOT).startsWith(kind);
      if (wanted) {
        Map<String, String> fields = new HashMap<>();
        fields.put("name", words[1].substring(kind.length()).toLowerCase(Locale.ROOT));
        for (String word : words) {
          int equals = word.indexOf('=');
          if (equals > 0) {
            fields.put(
                word.substring(0, equals).toLowerCase(Locale.ROOT), word.substring(equals + 1));
          }
        }
        statements.add(fields);
      }
    }
    return statements;
  }

  private List<Double> multipliers(String file) {
    List<Double> values = new ArrayList<>();
    for (String line : text(file).lines().filter(line -> !line.isBlank()).toList()) {
      values.add(positive(line.strip(), file));
    }
    if (values.isEmpty()) {
      throw new UnreadableLoad(source + ": " + file + " is empty");
    }
    return values;
  }

  /** 0 to 2 for phases A to C. */
  private int phaseOf(Map<String, String> load) {
    String bus = field(load, "bus1");
    int phase = "123".indexOf(bus.substring(bus.lastIndexOf('.') + 1));
    if (phase < 0 || bus.endsWith(".")) {
      throw new UnreadableLoad(source + ": Bus1=" + bus + " names no phase .1, .2 or .3");
    }
    return phase;
  }

  private double number(Map<String, String> fields, String name) {
    double value = positive(field(fields, name), name);
    if (value == 0) {
      throw new UnreadableLoad(source + ": " + name + " is 0");
    }
    return value;
  }

  private double positive(String text, String where) {
    try {
      double value = Double.parseDouble(text);
      if (value >= 0 && value < 1e6) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new UnreadableLoad(source + ": " + where + ": '" + text + "' is no number", e);
    }
    throw new UnreadableLoad(source + ": " + where + ": " + text + " is no load");
  }

  private String field(Map<String, String> fields, String name) {
    String value = fields.get(name);
    if (value == null || value.isEmpty()) {
      throw new UnreadableLoad(source + ": " + name + " is missing beside " + fields);
    }
    return value;
  }

  private String text(String file) {
    String text = texts.get(file);
    if (text == null) {
      throw new UnreadableLoad(source + ": has no " + file);
    }
    return text;
  }
}
