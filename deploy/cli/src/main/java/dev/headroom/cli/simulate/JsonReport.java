package dev.headroom.cli.simulate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.cli.simulate.Scenario.Row;
import dev.headroom.cli.simulate.outcome.Energy;
import dev.headroom.cli.simulate.outcome.Outcome;
import dev.headroom.cli.simulate.outcome.PlaceFigure;
import dev.headroom.cli.simulate.outcome.Quantiles;
import dev.headroom.cli.simulate.stays.Skipped;
import dev.headroom.core.network.Place;
import java.math.BigDecimal;
import java.util.List;

/** The same as {@link TextReport} for programs; units are in the names. */
final class JsonReport {

  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonReport() {}

  static String of(Study study, List<Row> rows) {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("site", study.site().name());
    report.put("supply", study.site().supply().notation());
    report.put("evses", study.site().evses().size());
    report.put("firstDay", study.first().toString());
    report.put("lastDay", study.last().toString());
    report.put("sessions", study.seated().stays().size());
    report.put("wantedColumn", study.demand().column());
    report.put("stepSeconds", study.step().toSeconds());
    report.put("baseLoad", study.baseLoad().isPresent() ? "recorded" : "worst-case");
    ArrayNode skipped = report.putArray("skipped");
    study.seated().skipped().forEach(it -> add(skipped.addObject(), it));
    ArrayNode all = report.putArray("rows");
    rows.forEach(row -> add(all.addObject(), row));
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of nodes is always JSON", e);
    }
  }

  private static void add(ObjectNode entry, Skipped skipped) {
    entry.put("sessions", skipped.sessions());
    entry.put("why", skipped.why());
    ArrayNode examples = entry.putArray("examples");
    skipped.examples().forEach(examples::add);
  }

  private static void add(ObjectNode entry, Row row) {
    Outcome outcome = row.outcome();
    entry.put("strategy", row.scenario().management().label());
    row.scenario()
        .capWatts()
        .ifPresent(watts -> entry.put("capKilowatts", BigDecimal.valueOf(watts, 3)));
    add(entry, outcome.energy());
    add(entry.putObject("waitSeconds"), outcome.waited());
    add(entry.putObject("pausedSeconds"), outcome.paused());
    entry.put("peakKilowatts", rounded(outcome.peakKilowatts(), 3));
    entry.put("limitsExceeded", outcome.exceeded());
    ArrayNode places = entry.putArray("places");
    outcome.places().forEach(place -> add(places.addObject(), place));
    ObjectNode tenants = entry.putObject("tenants");
    outcome.tenants().forEach((name, energy) -> add(tenants.putObject(name), energy));
  }

  private static void add(ObjectNode entry, Energy energy) {
    entry.put("wantedKilowattHours", rounded(energy.wantedKilowattHours(), 3));
    entry.put("deliveredKilowattHours", rounded(energy.deliveredKilowattHours(), 3));
    entry.put("deliveredPercent", rounded(energy.percent(), 3));
    entry.put("sessionsWanting", energy.sessions());
    entry.put("sessionsServed", energy.served());
    entry.put("jain", rounded(energy.jain(), 4));
  }

  private static void add(ObjectNode entry, Quantiles quantiles) {
    entry.put("p50", quantiles.half().toSeconds());
    entry.put("p95", quantiles.most().toSeconds());
    entry.put("max", quantiles.last().toSeconds());
    entry.put("sum", quantiles.sum().toSeconds());
  }

  private static void add(ObjectNode entry, PlaceFigure figure) {
    Place place = figure.place();
    boolean power = place.kind() == Place.Kind.POWER;
    entry.put("circuit", place.circuit());
    entry.put("kind", Words.kind(place));
    place.phase().ifPresent(phase -> entry.put("phase", phase.name()));
    entry.put(power ? "limitWatts" : "limitMilliamps", rounded(scaled(power, figure.limit()), 0));
    entry.put(
        power ? "largestWatts" : "largestMilliamps", rounded(scaled(power, figure.largest()), 0));
    entry.put("exceededSeconds", figure.exceeded().toSeconds());
  }

  private static double scaled(boolean power, double value) {
    return power ? value / 1e3 : value;
  }

  private static BigDecimal rounded(double value, int places) {
    return new BigDecimal(Words.decimals(value, places));
  }
}
