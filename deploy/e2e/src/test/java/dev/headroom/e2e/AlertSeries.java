package dev.headroom.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A series of a metric, as alerts, their cases and services write it. */
record AlertSeries(String metric, Map<String, String> labels) {

  private static final Path ALERTS = Path.of(System.getProperty("headroom.root"), "deploy/alerts");
  private static final Pattern METRIC = Pattern.compile("\\bheadroom_\\w+");
  private static final Pattern SERIES =
      Pattern.compile("(?m)^(?: +- series: ')?(headroom_\\w+)(?:\\{(.*?)})?['\\s]");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

  /** Labels whose values are ours to choose; the others name what is watched. */
  private static final Set<String> CLOSED = Set.of("state", "lease", "event", "outcome", "topic");

  /** What the rules and their cases look at and this exposition does not have. */
  static List<String> notServed(String exposition) {
    List<AlertSeries> served = all(exposition);
    Set<String> names = served.stream().map(AlertSeries::metric).collect(Collectors.toSet());
    Stream<String> metrics =
        METRIC
            .matcher(expressions(text("headroom-rules.yaml")))
            .results()
            .map(found -> found.group())
            .filter(name -> !names.contains(name));
    Stream<String> cases =
        all(text("tests.yaml")).stream()
            .filter(series -> served.stream().noneMatch(series::isLike))
            .map(AlertSeries::toString);
    return Stream.concat(metrics, cases).distinct().toList();
  }

  private boolean isLike(AlertSeries real) {
    return metric.equals(real.metric)
        && labels.keySet().equals(real.labels.keySet())
        && labels.entrySet().stream()
            .filter(label -> CLOSED.contains(label.getKey()))
            .allMatch(label -> label.getValue().equals(real.labels.get(label.getKey())));
  }

  private static List<AlertSeries> all(String text) {
    return SERIES
        .matcher(text)
        .results()
        .map(found -> new AlertSeries(found.group(1), labels(found.group(2))))
        .distinct()
        .toList();
  }

  /** Without those that Prometheus adds when it scrapes. */
  private static Map<String, String> labels(String text) {
    Map<String, String> labels = new TreeMap<>();
    if (text != null) {
      LABEL.matcher(text).results().forEach(it -> labels.put(it.group(1), it.group(2)));
    }
    labels.remove("instance");
    return labels;
  }

  private static String expressions(String rules) {
    return rules
        .lines()
        .filter(line -> line.strip().startsWith("expr:"))
        .collect(Collectors.joining("\n"));
  }

  private static String text(String file) {
    try {
      return Files.readString(ALERTS.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
