package dev.headroom.simulator.sites;

import dev.headroom.core.electrical.Supply;
import dev.headroom.core.site.Circuit;
import dev.headroom.core.site.Control;
import dev.headroom.core.site.Evse;
import dev.headroom.core.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Demo sites named {@code demo-1}, {@code demo-2}, …: the three supplies in turn, a service with
 * two panels, four to eight EVSEs each, whose maxima add up to far more than the service carries
 * while their fallbacks always fit. The same seed gives the same sites.
 */
public final class SeededSites {

  private SeededSites() {}

  /**
   * The first {@code count} sites of a seed.
   *
   * @throws IllegalArgumentException if the count lies outside 1 to 10,000
   */
  public static List<Site> generate(int count, long seed) {
    if (count < 1 || count > 10_000) {
      throw new IllegalArgumentException("1 to 10,000 sites can be made, not " + count);
    }
    return IntStream.rangeClosed(1, count).mapToObj(number -> site(number, seed)).toList();
  }

  /** Writes each site to {@code <name>.yaml}; the files, in the order of the sites. */
  public static List<Path> write(List<Site> sites, Path directory) throws IOException {
    Files.createDirectories(directory);
    List<Path> files = new ArrayList<>();
    for (Site site : sites) {
      Path file = directory.resolve(site.name() + ".yaml");
      Files.writeString(file, SiteText.of(site));
      files.add(file);
    }
    return files;
  }

  private static Site site(int number, long seed) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    Blueprint blueprint = Blueprint.values()[(number - 1) % Blueprint.values().length];
    String name = "demo-" + number;
    Supply supply = blueprint.supply();
    List<Circuit> circuits = blueprint.circuits(random);
    List<Evse> evses = new ArrayList<>();
    int count = blueprint.evses(random);
    int firstWiring = random.nextInt(blueprint.wirings().size());
    for (int i = 0; i < count; i++) {
      evses.add(blueprint.evse(name, i, firstWiring, random));
    }
    return new Site(
        name,
        supply,
        new Control(Control.Fallback.MINIMUM, Control.STALE_AFTER, Control.RAISE_DELAY),
        circuits,
        Collections.unmodifiableList(evses));
  }
}
