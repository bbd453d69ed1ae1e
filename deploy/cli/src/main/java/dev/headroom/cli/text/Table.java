package dev.headroom.cli.text;

import java.util.ArrayList;
import java.util.List;

/** Columns of text under headings: words to the left, numbers to the right. */
public final class Table {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  public Table(List<String> headings) {
    rows.add(headings);
  }

  public void row(List<String> cells) {
    rows.add(cells);
  }

  /** Each line begins with the indent. */
  public String indented(String indent) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(indent);
      for (int column = 0; column < row.size(); column++) {
        int width = width(column);
        String form = isNumeric(column) ? "%" + width + "s" : "%-" + width + "s";
        line.append(column == 0 ? "" : GAP).append(form.formatted(row.get(column)));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(1);
  }

  private boolean isNumeric(int column) {
    return rows.stream().skip(1).allMatch(row -> row.get(column).matches("-?[0-9.]+"));
  }
}
