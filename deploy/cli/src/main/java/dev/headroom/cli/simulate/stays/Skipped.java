package dev.headroom.cli.simulate.stays;

import java.util.ArrayList;
import java.util.List;

/**
 * Sessions that are left out for one reason.
 *
 * @param why to read after their number: "their station is none of the site's"
 * @param examples where, at most a few
 */
public record Skipped(int sessions, String why, List<String> examples) {

  private static final int MOST_EXAMPLES = 4;

  public Skipped {
    examples = List.copyOf(examples);
  }

  static Skipped none(String why) {
    return new Skipped(0, why, List.of());
  }

  Skipped and(String example) {
    List<String> more = new ArrayList<>(examples);
    if (more.size() < MOST_EXAMPLES && !more.contains(example)) {
      more.add(example);
    }
    return new Skipped(sessions + 1, why, more);
  }

  /** For people. */
  public String describe() {
    return "%d sessions skipped: %s (%s)".formatted(sessions, why, String.join(", ", examples));
  }
}
