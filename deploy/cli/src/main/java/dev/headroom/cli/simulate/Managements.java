package dev.headroom.cli.simulate;

import dev.headroom.cli.machine.CannotStart;
import dev.headroom.cli.simulate.run.Management;
import dev.headroom.core.site.Sharing;
import dev.headroom.core.site.Site;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads who is to decide. */
final class Managements {

  private static final String ALL = "all";

  private Managements() {}

  /**
   * In the order given, unmanaged last; without any the site's own strategy.
   *
   * @throws CannotStart naming the strategies there are
   */
  static List<Management> of(List<String> strategies, boolean unmanaged, Site site) {
    List<Management> chosen = new ArrayList<>();
    strategies.stream().flatMap(Managements::named).distinct().forEach(chosen::add);
    if (unmanaged) {
      chosen.add(new Management.Nobody());
    }
    if (chosen.isEmpty()) {
      chosen.add(new Management.By(site.control().sharing().strategy()));
    }
    return chosen;
  }

  private static Stream<Management> named(String name) {
    List<Management> found =
        every().filter(it -> name.equals(ALL) || it.label().equals(name)).toList();
    if (found.isEmpty()) {
      throw new CannotStart(
          "--strategy '%s' is none of %s, all"
              .formatted(name, every().map(Management::label).collect(Collectors.joining(", "))));
    }
    return found.stream();
  }

  private static Stream<Management> every() {
    return Arrays.stream(Sharing.Strategy.values()).map(Management.By::new);
  }
}
