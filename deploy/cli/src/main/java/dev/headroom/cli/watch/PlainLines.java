package dev.headroom.cli.watch;

import dev.headroom.cli.watch.SiteLimits.CeilingNow;
import dev.headroom.cli.watch.SiteLimits.Conductor;
import dev.headroom.cli.watch.SiteLimits.EvseNow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What changed, a line each, in a form that programs can rely on: time, subject, key=value. */
final class PlainLines {

  private PlainLines() {}

  /** What is new of a site; everything if nothing was known. */
  static List<String> changes(Optional<SiteLimits> before, SiteLimits now) {
    List<String> lines = new ArrayList<>();
    if (before.filter(known -> tightest(known).equals(tightest(now))).isEmpty()) {
      lines.add(line(now.decidedAt(), "site", now.site(), tightest(now)));
    }
    ceilings(before.map(SiteLimits::ceilings).orElse(List.of()), now.ceilings())
        .forEach(text -> lines.add(line(now.decidedAt(), "ceiling", now.site(), text)));
    Map<String, EvseNow> known =
        before.stream()
            .flatMap(site -> site.evses().stream())
            .collect(Collectors.toMap(EvseNow::evse, Function.identity()));
    for (EvseNow evse : now.evses()) {
      if (!known.containsKey(evse.evse())
          || !settled(known.get(evse.evse())).equals(settled(evse))) {
        lines.add(line(now.decidedAt(), "evse", now.site(), text(evse)));
      }
    }
    return lines;
  }

  /** A source has one ceiling in force at a time. */
  private static List<String> ceilings(List<CeilingNow> before, List<CeilingNow> now) {
    List<String> texts = new ArrayList<>();
    for (CeilingNow ceiling : now) {
      if (!before.contains(ceiling)) {
        texts.add(text(ceiling) + (asks(before, ceiling) ? " state=changes" : " state=begins"));
      }
    }
    before.stream()
        .filter(ceiling -> !asks(now, ceiling))
        .forEach(ceiling -> texts.add(text(ceiling) + " state=ends"));
    return texts;
  }

  /** Whether the same source still, or already, asks for something. */
  private static boolean asks(List<CeilingNow> ceilings, CeilingNow of) {
    return ceilings.stream().anyMatch(ceiling -> ceiling.source().equals(of.source()));
  }

  static String removed(String site, Instant now) {
    return now + " removed site=" + site;
  }

  static String connection(Connection connection, Instant now) {
    return switch (connection) {
      case Connection.Connecting _ -> now + " connection state=connecting";
      case Connection.Open _ -> now + " connection state=open";
      case Connection.Lost(String why, Duration retryIn) ->
          "%s connection state=lost retry=%dms reason=\"%s\""
              .formatted(now, retryIn.toMillis(), why);
    };
  }

  private static String line(Instant at, String subject, String site, String text) {
    return "%s %s site=%s %s".formatted(at, subject, site, text);
  }

  /** Without the figures that change with every reading. */
  private static String tightest(SiteLimits site) {
    return site.tightestFirst().stream()
        .findFirst()
        .map(Conductor::phase)
        .map(
            phase ->
                "tightest=%s/%s limit=%s headroom=%s"
                    .formatted(
                        site.tightestFirst().getFirst().circuit().circuit(),
                        phase.phase(),
                        amps(phase.effectiveLimitAmps()),
                        Math.round(phase.headroomAmps())))
        .orElse("tightest=none");
  }

  private static String text(CeilingNow ceiling) {
    return "source=%s%s%s until=%s"
        .formatted(
            ceiling.source(),
            ceiling.amps().map(amps -> " amps=" + amps(amps)).orElse(""),
            ceiling.watts().map(watts -> " watts=" + watts).orElse(""),
            ceiling.until());
  }

  private static String text(EvseNow evse) {
    return "evse=%s limit=%s measured=%s vehicle=%s reason=\"%s\""
        .formatted(
            evse.evse(),
            amps(evse.limitAmps()),
            evse.state()
                .flatMap(SiteLimits.EvseReport::largestAmps)
                .map(PlainLines::amps)
                .orElse("none"),
            VehicleWords.of(evse),
            ReasonWords.of(evse));
  }

  /** What makes a line; the measured current alone does not. */
  private static List<String> settled(EvseNow evse) {
    return List.of(amps(evse.limitAmps()), VehicleWords.of(evse), ReasonWords.of(evse));
  }

  private static String amps(double amps) {
    return String.format(Locale.ROOT, "%.3f", amps);
  }
}
