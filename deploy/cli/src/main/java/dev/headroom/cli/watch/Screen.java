package dev.headroom.cli.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The picture as lines that fit a terminal; nothing but what it is given decides what they say.
 *
 * @param address whose limits these are
 */
record Screen(String address, int width, int height, Palette palette) {

  /** The allocator says something every 10 s; what is older than this may no longer be so. */
  private static final Duration STALE = Duration.ofSeconds(25);

  private static final int MOST_SITES_IN_FULL = 200;

  /**
   * At most {@link #height} lines, none wider than {@link #width}.
   *
   * @param scroll how many sites, the tightest first, are scrolled out at the top
   */
  List<String> lines(Picture picture, Instant now, int scroll) {
    List<SiteLimits> all = picture.tightestFirst();
    int first = Math.clamp(scroll, 0, Math.max(0, all.size() - 1));
    List<SiteLimits> sites = all.subList(first, all.size());
    List<String> lines = new ArrayList<>();
    lines.add(header(picture, now));
    picture.absence().map(palette::yellow).ifPresent(lines::add);
    int shown = 0;
    int room = height - 1 - lines.size();
    while (shown < sites.size() && room >= SiteBlock.LEAST_LINES && shown < MOST_SITES_IN_FULL) {
      SiteBlock block = new SiteBlock(sites.get(shown), width, palette);
      int left = sites.size() - shown;
      int share = Math.max(SiteBlock.LEAST_LINES, room / Math.min(left, 4));
      List<String> own = block.lines(left == 1 ? room : share, 0);
      lines.addAll(own);
      room -= own.size();
      shown++;
    }
    if (shown < sites.size() || first > 0) {
      lines.add(
          palette.dim(
              "… %d of %d sites not shown; arrow keys move, q ends"
                  .formatted(all.size() - shown, all.size())));
    }
    return lines.stream().limit(height).map(line -> Ansi.cut(line, width)).toList();
  }

  private String header(Picture picture, Instant now) {
    String sites = picture.sites().size() == 1 ? "1 site" : picture.sites().size() + " sites";
    return palette.bold("headroom") + "  " + address + "  " + sites + "  " + state(picture, now);
  }

  private String state(Picture picture, Instant now) {
    String heard =
        picture
            .heardAt()
            .map(at -> "heard " + seconds(Duration.between(at, now)) + " s ago")
            .orElse("nothing heard yet");
    return switch (picture.connection()) {
      case Connection.Connecting _ -> palette.yellow("connecting");
      case Connection.Lost(String why, Duration retryIn) ->
          palette.red(
              "connection lost, again in %s s, %s: %s".formatted(seconds(retryIn), heard, why));
      case Connection.Open _ -> stale(picture, now) ? palette.red(heard) : palette.green(heard);
    };
  }

  private static boolean stale(Picture picture, Instant now) {
    return picture.heardAt().filter(at -> at.plus(STALE).isAfter(now)).isEmpty();
  }

  private static String seconds(Duration duration) {
    double seconds = Math.max(0, duration.toMillis()) / 1000.0;
    return String.format(Locale.ROOT, seconds < 10 ? "%.1f" : "%.0f", seconds);
  }
}
