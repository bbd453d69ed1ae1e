package dev.headroom.cli.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.core.rules.ConductorFigures;
import dev.headroom.core.rules.SiteFigures;
import dev.headroom.core.site.Finding;
import dev.headroom.core.site.Sharing;
import dev.headroom.core.site.Site;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * The same as {@link TextReport} for programs: {@code {"files": […]}}, currents in milliamperes.
 */
final class JsonReport {

  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonReport() {}

  static String of(List<CheckedFile> files) {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    ArrayNode all = report.putArray("files");
    for (CheckedFile file : files) {
      ObjectNode entry = all.addObject();
      entry.put("file", file.name());
      entry.put("accepted", file.accepted());
      ArrayNode findings = entry.putArray("findings");
      file.findings().forEach(finding -> add(findings.addObject(), finding));
      file.site().ifPresent(site -> add(entry, site));
    }
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of nodes is always JSON", e);
    }
  }

  private static void add(ObjectNode entry, Finding finding) {
    entry.put("severity", name(finding.severity()));
    finding.line().ifPresent(line -> entry.put("line", line));
    entry.put("path", finding.path());
    entry.put("message", finding.message());
    entry.put("remedy", finding.remedy());
  }

  private static void add(ObjectNode entry, Site site) {
    SiteFigures figures = SiteFigures.of(site);
    entry.put("site", site.name());
    entry.put("supply", site.supply().notation());
    entry.put("mode", name(site.control().mode()));
    Sharing sharing = site.control().sharing();
    entry.put("strategy", name(sharing.strategy()));
    entry.put("sums", name(sharing.sums()));
    ObjectNode weights = entry.putObject("tenantWeights");
    new TreeMap<>(sharing.tenantWeights()).forEach(weights::put);
    entry.put("evses", site.evses().size());
    entry.put("evsesAtOnce", figures.atOnce());
    site.control()
        .demandCap()
        .ifPresent(
            cap -> {
              ObjectNode node = entry.putObject("demandCap");
              node.put("watts", cap.watts());
              node.put("windowMinutes", cap.window().toMinutes());
              node.put("windows", name(cap.windows()));
              node.put("burstWatts", cap.burstWatts());
              node.put("milliampsPerPhase", figures.demandCapMilliamps().orElse(0));
            });
    ArrayNode conductors = entry.putArray("conductors");
    figures.conductors().forEach(conductor -> add(conductors.addObject(), conductor));
  }

  private static void add(ObjectNode entry, ConductorFigures conductor) {
    entry.put("circuit", conductor.circuit().name());
    entry.put("kind", name(conductor.place().kind()));
    conductor.place().phase().ifPresent(phase -> entry.put("phase", phase.name()));
    entry.put("nameplateMilliamps", conductor.rating().nameplateMilliamps());
    entry.put("continuousFactor", BigDecimal.valueOf(conductor.continuousFactorPermille(), 3));
    entry.put("continuousMilliamps", conductor.continuous());
    entry.put("worstCaseBaseMilliamps", conductor.worstBase());
    entry.put("roomMilliamps", conductor.room());
    entry.put("fallbacksMilliamps", conductor.fallbacks());
    entry.put("minimumsMilliamps", conductor.minimums());
    entry.put("meterLostMilliamps", conductor.withoutMeter());
    entry.put("linksLostMilliamps", conductor.withoutLinks());
    entry.put("binds", name(conductor.binding()));
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
