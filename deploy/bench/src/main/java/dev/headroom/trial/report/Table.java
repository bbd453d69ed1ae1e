package dev.headroom.trial.report;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown, for a README. */
public final class Table {

  private final int columns;
  private final List<String> lines = new ArrayList<>();

  public Table(String... headings) {
    columns = headings.length;
    lines.add("| " + String.join(" | ", headings) + " |");
    lines.add("|" + "---|".repeat(columns));
  }

  public void row(List<String> cells) {
    if (cells.size() != columns) {
      throw new IllegalArgumentException(cells.size() + " cells for " + columns + " columns");
    }
    lines.add("| " + String.join(" | ", cells) + " |");
  }

  @Override
  public String toString() {
    return String.join(System.lineSeparator(), lines);
  }
}
