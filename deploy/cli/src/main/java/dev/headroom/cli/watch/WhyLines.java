package dev.headroom.cli.watch;

import dev.headroom.cli.watch.SiteLimits.EvseNow;
import java.util.List;
import java.util.Locale;

/** Why an EVSE has its limit, a sentence for each site that has one of its name. */
final class WhyLines {

  private WhyLines() {}

  static List<String> of(Picture picture, String evse) {
    return picture.tightestFirst().stream()
        .flatMap(
            site ->
                site.evses().stream()
                    .filter(one -> one.evse().equals(evse))
                    .map(one -> site.site() + ": " + sentence(one)))
        .toList();
  }

  /** An allocator that is older than its sentences gives the reason alone. */
  private static String sentence(EvseNow evse) {
    return evse.why()
        .orElseGet(
            () ->
                String.format(
                    Locale.ROOT,
                    "%s gets %.1f A: %s.",
                    evse.evse(),
                    evse.limitAmps(),
                    ReasonWords.of(evse)));
  }
}
