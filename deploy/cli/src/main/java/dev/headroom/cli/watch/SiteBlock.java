package dev.headroom.cli.watch;

import dev.headroom.cli.watch.SiteLimits.CeilingNow;
import dev.headroom.cli.watch.SiteLimits.Conductor;
import dev.headroom.cli.watch.SiteLimits.EvseNow;
import dev.headroom.cli.watch.SiteLimits.PhaseNow;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One site as lines: its title, the tightest conductors with a bar each, its EVSEs. */
record SiteBlock(SiteLimits site, int width, Palette palette) {

  /** The title, a conductor, an EVSE, and how many are not shown. */
  static final int LEAST_LINES = 5;

  private static final DateTimeFormatter UNTIL =
      DateTimeFormatter.ofPattern("dd MMM HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int NAME = 18;
  private static final int FIGURES = 60;
  private static final int SHORT_FIGURES = 28;
  private static final int WIDE = 100;

  /** How many lines it takes to show all. */
  int height() {
    return 1 + site.tightestFirst().size() + site.evses().size();
  }

  /** At most this many lines; {@code skipped} EVSEs are scrolled out at the top. */
  List<String> lines(int most, int skipped) {
    List<String> lines = new ArrayList<>();
    lines.add(title());
    List<Conductor> conductors = site.tightestFirst();
    int room = Math.max(2, most - 1);
    int bars =
        room >= conductors.size() + site.evses().size()
            ? conductors.size()
            : Math.min(conductors.size(), Math.max(1, Math.min(6, room / 3)));
    conductors.stream().limit(bars).map(this::conductor).forEach(lines::add);
    evses(room - bars, skipped, conductors.size() - bars).forEach(lines::add);
    return lines;
  }

  private List<String> evses(int room, int skipped, int hiddenConductors) {
    int first = Math.min(skipped, Math.max(0, site.evses().size() - 1));
    List<EvseNow> all = site.evses().subList(first, site.evses().size());
    boolean whole = all.size() <= room && first == 0 && hiddenConductors == 0;
    int shown = whole ? all.size() : Math.max(0, Math.min(all.size(), room - 1));
    List<String> lines = new ArrayList<>(all.stream().limit(shown).map(this::evse).toList());
    if (!whole) {
      lines.add(palette.dim(notShown(site.evses().size() - shown, hiddenConductors)));
    }
    return lines;
  }

  private static String notShown(int evses, int conductors) {
    List<String> hidden = new ArrayList<>();
    if (evses > 0) {
      hidden.add(evses + (evses == 1 ? " EVSE" : " EVSEs"));
    }
    if (conductors > 0) {
      hidden.add(conductors + " less tight " + (conductors == 1 ? "phase" : "phases"));
    }
    return "  … " + String.join(" and ", hidden) + " not shown";
  }

  private String title() {
    StringBuilder title = new StringBuilder(palette.bold(site.site()));
    title.append("  headroom ").append(Math.round(site.tightness() * 100)).append(" %");
    site.ceilings().forEach(ceiling -> title.append(palette.yellow(ceiling(ceiling))));
    return title.toString();
  }

  private static String ceiling(CeilingNow ceiling) {
    String bound =
        ceiling
            .amps()
            .map(amps -> amps(amps) + " A")
            .or(() -> ceiling.watts().map(watts -> watts + " W"))
            .orElse("?");
    return "  ceiling %s: %s until %s"
        .formatted(ceiling.source(), bound, UNTIL.format(ceiling.until()));
  }

  private String conductor(Conductor one) {
    PhaseNow phase = one.phase();
    String name = pad(one.circuit().circuit() + " " + phase.phase(), NAME);
    int cells = Math.min(60, width - NAME - (width < WIDE ? SHORT_FIGURES : FIGURES) - 5);
    String bar = cells < 8 ? "" : "[" + bar(phase, cells) + "] ";
    String figures =
        width < WIDE
            ? "%6s + %s of %s A"
                .formatted(
                    amps(phase.baseAmps()),
                    amps(phase.mostAmps()),
                    amps(phase.effectiveLimitAmps()))
            : "base %6s  managed %6s  limit %6s  headroom %6s A"
                .formatted(
                    amps(phase.baseAmps()),
                    amps(phase.mostAmps()),
                    amps(phase.effectiveLimitAmps()),
                    amps(phase.headroomAmps()));
    String meter = phase.measuredAmps().isEmpty() ? palette.red(" no meter") : "";
    return "  " + name + bar + palette.byShare(phase.headroomShare(), figures) + meter;
  }

  /** Base load, then the most the EVSEs may draw, then what is free up to the effective limit. */
  private static String bar(PhaseNow phase, int cells) {
    double perCell = Math.max(1, phase.effectiveLimitAmps()) / cells;
    int base = clamp(phase.baseAmps() / perCell, cells);
    int managed = clamp((phase.baseAmps() + phase.mostAmps()) / perCell, cells) - base;
    return "#".repeat(base) + "=".repeat(managed) + ".".repeat(cells - base - managed);
  }

  private static int clamp(double cell, int cells) {
    return (int) Math.max(0, Math.min(cells, Math.round(cell)));
  }

  private String evse(EvseNow evse) {
    String measured =
        evse.state()
            .flatMap(SiteLimits.EvseReport::largestAmps)
            .map(amps -> amps(amps) + " A")
            .orElse("-");
    String tenant = evse.tenant().map(name -> "  (" + name + ")").orElse("");
    return "  %s %6s A  draws %8s  %s %s%s"
        .formatted(
            pad(evse.evse(), NAME - 1),
            amps(evse.limitAmps()),
            measured,
            pad(VehicleWords.of(evse), 10),
            ReasonWords.of(evse),
            tenant);
  }

  static String amps(double amps) {
    return String.format(Locale.ROOT, "%.1f", amps);
  }

  private static String pad(String text, int width) {
    String cut = text.length() > width - 1 ? text.substring(0, width - 2) + "…" : text;
    return cut + " ".repeat(width - cut.length());
  }
}
