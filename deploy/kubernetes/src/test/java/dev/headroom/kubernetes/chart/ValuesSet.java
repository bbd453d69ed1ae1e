package dev.headroom.kubernetes.chart;

import java.nio.file.Path;
import java.util.Optional;

/** The values the chart is rendered with. */
public enum ValuesSet {
  DEFAULTS(Optional.empty()),
  EVERYTHING(Optional.of("ci/everything-values.yaml")),
  MINIMAL(Optional.of("ci/minimal-values.yaml"));

  private final Optional<String> file;

  ValuesSet(Optional<String> file) {
    this.file = file;
  }

  /** Beside the chart's own values; none for its defaults. */
  public Optional<Path> file(Path chart) {
    return file.map(chart::resolve);
  }
}
