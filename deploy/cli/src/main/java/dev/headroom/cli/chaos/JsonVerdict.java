package dev.headroom.cli.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.world.fault.Fault;
import dev.headroom.world.oracle.Violation;
import dev.headroom.world.run.Shrink.Shrunk;
import dev.headroom.world.run.Verdict;

/** The same as {@link TextVerdict} for programs, with each seed; units are in the names. */
final class JsonVerdict {

  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonVerdict() {}

  static String of(Result result) {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("clean", result.broken().isEmpty());
    report.put("complete", result.complete());
    report.put("firstSeed", result.campaign().first());
    report.put("seeds", result.campaign().seeds());
    report.put("proof", result.campaign().proof().name());
    report.put("lengthSeconds", result.campaign().length().toSeconds());
    report.put("threads", result.campaign().threads());
    report.put("siteHours", result.siteHours());
    report.put("tookSeconds", result.took().toMillis() / 1000.0);
    report.put("siteHoursPerSecond", result.siteHoursPerSecond());
    report.put("deliveredWattHours", result.deliveredWattHours());
    report.put("raisesJudged", result.raises());
    ObjectNode faults = report.putObject("faults");
    result.faults().forEach((kind, count) -> faults.put(kind.name(), count));
    ArrayNode runs = report.putArray("runs");
    result.verdicts().forEach(verdict -> add(runs.addObject(), verdict));
    result.shrunk().ifPresent(shrunk -> add(report.putObject("least"), result, shrunk));
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of nodes is always JSON", e);
    }
  }

  private static void add(ObjectNode run, Verdict verdict) {
    run.put("seed", verdict.seed());
    run.put("livedSeconds", verdict.lived().toMillis() / 1000.0);
    run.put("deliveredWattHours", verdict.deliveredWattHours());
    run.put("raisesJudged", verdict.raises());
    run.put("peakD", verdict.peakD());
    run.put("longestAboveRatingSeconds", verdict.longestAbove().toMillis() / 1000.0);
    ArrayNode violations = run.putArray("violations");
    for (Violation violation : verdict.violations()) {
      ObjectNode entry = violations.addObject();
      entry.put("rule", violation.rule().name());
      entry.put("at", violation.at().toString());
      entry.put("what", violation.what());
    }
  }

  private static void add(ObjectNode least, Result result, Shrunk shrunk) {
    add(least, shrunk.verdict());
    least.put("tries", shrunk.tries());
    ArrayNode faults = least.putArray("faults");
    for (Fault fault : shrunk.faults().all()) {
      ObjectNode entry = faults.addObject();
      entry.put("kind", fault.kind().name());
      entry.put("target", fault.target());
      entry.put("start", fault.start().toString());
      entry.put("end", fault.end().toString());
    }
    least.put("replay", Result.replay(result.campaign(), shrunk));
  }
}
