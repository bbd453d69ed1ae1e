package dev.headroom.cli.simulate;

import dev.headroom.cli.simulate.Scenario.Row;
import dev.headroom.cli.simulate.outcome.Energy;
import dev.headroom.cli.simulate.outcome.Outcome;
import dev.headroom.cli.simulate.outcome.PlaceFigure;
import dev.headroom.cli.simulate.stays.Skipped;
import dev.headroom.cli.text.Table;
import dev.headroom.core.network.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What simulations came to, for people. */
final class TextReport {

  private static final String INDENT = "  ";

  private static final List<String> HEADINGS =
      List.of(
          "cap kW",
          "strategy",
          "delivered kWh",
          "%",
          "served",
          "Jain",
          "wait p50 min",
          "p95",
          "max",
          "paused h",
          "peak kW",
          "limits exceeded",
          "tightest",
          "at %");

  private static final String LEGEND =
      """
      Served: sessions that got 99 % of what they wanted. Jain: index of delivered/wanted over sessions.
      Wait: arrival to first current. Paused: hours at 0 A while wanting current, all sessions together.
      Peak: all EVSEs, without base load. Tightest: which place came closest to its limit.
      """;

  private TextReport() {}

  static String of(Study study, List<Row> rows) {
    StringBuilder text =
        new StringBuilder(heading(study, rows.getFirst().outcome().energy())).append('\n');
    Table table = new Table(HEADINGS);
    rows.forEach(row -> table.row(cells(row)));
    text.append(table.indented(INDENT)).append('\n').append(LEGEND);
    rows.stream()
        .map(row -> row.scenario().capWatts())
        .distinct()
        .forEach(cap -> text.append(places(cap, at(cap, rows))));
    if (!rows.getFirst().outcome().tenants().isEmpty()) {
      text.append(tenants(rows));
    }
    return text.toString();
  }

  private static String heading(Study study, Energy energy) {
    int skipped = study.seated().skipped().stream().mapToInt(Skipped::sessions).sum();
    return """
    %s, %s, %d EVSEs: %d sessions from %s to %s, %d skipped.
    Wanted: column '%s', %s kWh. Base load: %s. A step is %s.
    """
        .formatted(
            study.site().name(),
            study.site().supply().notation(),
            study.site().evses().size(),
            energy.sessions(),
            study.first(),
            study.last(),
            skipped,
            study.demand().column(),
            Words.decimals(energy.wantedKilowattHours(), 1),
            study.baseLoad().isPresent() ? "recorded" : "the worst declared, at all times",
            study.step().toString().substring(2).toLowerCase(Locale.ROOT));
  }

  private static List<Row> at(Optional<Integer> cap, List<Row> rows) {
    return rows.stream().filter(row -> row.scenario().capWatts().equals(cap)).toList();
  }

  private static List<String> cells(Row row) {
    Outcome outcome = row.outcome();
    Energy energy = outcome.energy();
    PlaceFigure tightest = outcome.tightest();
    return List.of(
        Words.cap(row.scenario().capWatts()),
        row.scenario().management().label(),
        Words.decimals(energy.deliveredKilowattHours(), 1),
        Words.decimals(energy.percent(), 1),
        Integer.toString(energy.served()),
        Words.decimals(energy.jain(), 3),
        Words.minutes(outcome.waited().half()),
        Words.minutes(outcome.waited().most()),
        Words.minutes(outcome.waited().last()),
        Words.hours(outcome.paused().sum()),
        Words.decimals(outcome.peakKilowatts(), 1),
        Long.toString(outcome.exceeded()),
        Words.place(tightest.place()),
        Words.decimals(tightest.percent(), 1));
  }

  /** A line for each place, a column for each way of managing. */
  private static String places(Optional<Integer> cap, List<Row> rows) {
    List<String> headings = new ArrayList<>(List.of("circuit", "limit"));
    rows.forEach(row -> headings.add(row.scenario().management().label()));
    Table table = new Table(headings);
    List<PlaceFigure> first = rows.getFirst().outcome().places();
    for (int i = 0; i < first.size(); i++) {
      List<String> cells = new ArrayList<>();
      cells.add(Words.place(first.get(i).place()));
      cells.add(figure(first.get(i), first.get(i).limit()));
      for (Row row : rows) {
        PlaceFigure place = row.outcome().places().get(i);
        cells.add(figure(place, place.largest()));
      }
      table.row(cells);
    }
    return "\nLargest currents in amperes, power in kW, base load included"
        + cap.map(_ -> ", at a cap of " + Words.cap(cap) + " kW").orElse("")
        + ":\n\n"
        + table.indented(INDENT);
  }

  private static String figure(PlaceFigure place, double value) {
    boolean power = place.place().kind() == Place.Kind.POWER;
    return Words.decimals(power ? value / 1e6 : value / 1e3, 1);
  }

  private static String tenants(List<Row> rows) {
    Table table =
        new Table(
            List.of("cap kW", "strategy", "tenant", "wanted kWh", "delivered kWh", "%", "Jain"));
    for (Row row : rows) {
      for (Map.Entry<String, Energy> tenant : row.outcome().tenants().entrySet()) {
        Energy energy = tenant.getValue();
        table.row(
            List.of(
                Words.cap(row.scenario().capWatts()),
                row.scenario().management().label(),
                tenant.getKey(),
                Words.decimals(energy.wantedKilowattHours(), 1),
                Words.decimals(energy.deliveredKilowattHours(), 1),
                Words.decimals(energy.percent(), 1),
                Words.decimals(energy.jain(), 3)));
      }
    }
    return "\nTenants:\n\n" + table.indented(INDENT);
  }
}
