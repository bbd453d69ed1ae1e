package dev.headroom.cli.simulate.run;

import dev.headroom.core.site.Sharing;
import java.util.Locale;

/** Who decides what vehicles get. */
public sealed interface Management {

  /** As on the command line. */
  String label();

  /** The allocation, by this strategy. */
  record By(Sharing.Strategy strategy) implements Management {
    @Override
    public String label() {
      return strategy.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Nobody: all draw the most they can. */
  record Nobody() implements Management {
    @Override
    public String label() {
      return "unmanaged";
    }
  }
}
