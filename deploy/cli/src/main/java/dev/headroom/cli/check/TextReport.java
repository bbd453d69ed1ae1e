package dev.headroom.cli.check;

import dev.headroom.cli.text.Table;
import dev.headroom.core.rules.ConductorFigures;
import dev.headroom.core.rules.SiteFigures;
import dev.headroom.core.site.DemandCap;
import dev.headroom.core.site.Finding;
import dev.headroom.core.site.Sharing;
import dev.headroom.core.site.Site;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What is wrong with files and what binds their sites, in words and amperes. */
final class TextReport {

  private static final String INDENT = "  ";

  private static final List<String> HEADINGS =
      List.of(
          "circuit",
          "conductor",
          "nameplate",
          "factor",
          "for hours",
          "base load",
          "room",
          "fallbacks",
          "minimums",
          "meter lost",
          "links lost",
          "binds");

  private static final String LEGEND =
      """
      Amperes. For hours: nameplate × factor; a transformer's sides by its kVA. Base load: the worst there
      is without EVSEs. Room: what that leaves them. Fallbacks, minimums: the most that those of all EVSEs
      below add up to. Meter lost, links lost: what blind time (S9) leaves EVSEs while the base load is low.
      Binds: what holds them first then.
      """;

  private TextReport() {}

  static String of(List<CheckedFile> files) {
    StringBuilder text = new StringBuilder();
    for (CheckedFile file : files) {
      text.append(file.name()).append(": ");
      text.append(file.site().map(TextReport::heading).orElse("refused")).append('\n');
      for (Finding finding : file.findings()) {
        text.append(INDENT).append(finding.describe()).append('\n');
      }
      file.site().ifPresent(site -> text.append(figures(site)));
      text.append('\n');
    }
    if (files.stream().anyMatch(CheckedFile::accepted)) {
      text.append(LEGEND);
    }
    if (files.size() > 1) {
      long refused = files.stream().filter(file -> !file.accepted()).count();
      text.append("%d files, %d refused\n".formatted(files.size(), refused));
    }
    return text.toString();
  }

  private static String heading(Site site) {
    return "accepted, site %s, %s, %s"
        .formatted(site.name(), site.supply().notation(), words(site.control().mode()));
  }

  private static String figures(Site site) {
    SiteFigures figures = SiteFigures.of(site);
    Table table = new Table(HEADINGS);
    figures.conductors().forEach(conductor -> table.row(row(conductor)));
    return "\n"
        + table.indented(INDENT)
        + "\n"
        + INDENT
        + "%d of %d EVSEs can charge at once at their minimum beside the worst base load.\n"
            .formatted(figures.atOnce(), site.evses().size())
        + site.control().demandCap().map(cap -> INDENT + words(cap, figures)).orElse("")
        + INDENT
        + words(site.control().sharing());
  }

  private static String words(Sharing sharing) {
    String tenants =
        sharing.tenantWeights().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(tenant -> tenant.getKey() + " " + tenant.getValue())
            .collect(Collectors.joining(", "));
    return "Strategy: %s%s%s.\n"
        .formatted(
            words(sharing.strategy()),
            tenants.isEmpty() ? "" : "; tenants' weights: " + tenants,
            sharing.sums() == Sharing.Sums.PLAIN ? "; currents add up as magnitudes" : "");
  }

  private static String words(DemandCap cap, SiteFigures figures) {
    long milliamps = figures.demandCapMilliamps().orElse(0);
    boolean first = figures.service().stream().allMatch(it -> milliamps < it.continuous());
    return "Demand cap: %s kW over %s%d min%s, %s A on each phase of the service%s.\n"
        .formatted(
            oneDecimal(cap.watts()),
            cap.windows() == DemandCap.Windows.SLIDING ? "any " : "",
            cap.window().toMinutes(),
            burst(cap),
            oneDecimal(milliamps),
            first ? ", which binds before its breaker" : "");
  }

  private static String burst(DemandCap cap) {
    return cap.burstWatts() == cap.watts()
        ? ""
        : " and at most %s kW at any instant".formatted(oneDecimal(cap.burstWatts()));
  }

  private static List<String> row(ConductorFigures conductor) {
    return List.of(
        conductor.circuit().name(),
        conductor.label(),
        oneDecimal(conductor.rating().nameplateMilliamps()),
        plain(conductor.continuousFactorPermille()),
        oneDecimal(conductor.continuous()),
        oneDecimalUp(conductor.worstBase()),
        oneDecimal(conductor.room()),
        oneDecimalUp(conductor.fallbacks()),
        oneDecimalUp(conductor.minimums()),
        oneDecimal(conductor.withoutMeter()),
        oneDecimal(conductor.withoutLinks()),
        binds(conductor.binding()));
  }

  private static String binds(ConductorFigures.Binding binding) {
    return switch (binding) {
      case NOTHING -> "nothing";
      case CONTINUOUS -> "rating";
      case METER_LOST, LINKS_LOST -> "S9 " + words(binding);
    };
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Thousandths as one decimal, rounded down: nobody is promised more than there is. */
  private static String oneDecimal(long thousandths) {
    return oneDecimal(thousandths, RoundingMode.FLOOR);
  }

  /** The same of what is drawn, rounded up. */
  private static String oneDecimalUp(long thousandths) {
    return oneDecimal(thousandths, RoundingMode.CEILING);
  }

  private static String oneDecimal(long thousandths, RoundingMode rounding) {
    BigDecimal value = BigDecimal.valueOf(thousandths, 3).setScale(1, rounding);
    return value.stripTrailingZeros().toPlainString();
  }

  private static String plain(long thousandths) {
    return BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString();
  }
}
