package dev.headroom.contract.metric;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Brings what frameworks measure into the form that {@code promtool check metrics} asks for: every
 * metric explained, labels in snake case, base units. What nobody explains is left out, save our
 * own, whose lack of a description a test finds.
 */
public final class FrameworkMeters implements MeterFilter {

  private static final String OURS = "headroom";

  private static final Map<String, String> EXPLAINED =
      Map.of(
          "http.server.active.requests", "Requests being served",
          "http.server.errors", "Requests that failed with an error of the server");

  /** In nanoseconds; a count of nothing. Timers of long tasks lose their explanation, too. */
  private static final Set<String> UNFIT = Set.of("process.cpu.time", "system.cpu.count");

  @Override
  public MeterFilterReply accept(Meter.Id id) {
    boolean explained = id.getDescription() != null && !id.getDescription().isBlank();
    boolean unfit =
        id.getType() == Meter.Type.LONG_TASK_TIMER || UNFIT.contains(id.getName()) || !explained;
    return !id.getName().startsWith(OURS) && unfit
        ? MeterFilterReply.DENY
        : MeterFilterReply.NEUTRAL;
  }

  @Override
  public Meter.Id map(Meter.Id id) {
    String known = EXPLAINED.getOrDefault(id.getName(), id.getDescription());
    Tags tags = Tags.empty();
    for (Tag tag : id.getTags()) {
      tags = tags.and(snakeCase(tag.getKey()), tag.getValue());
    }
    return new Meter.Id(id.getName(), tags, id.getBaseUnit(), known, id.getType());
  }

  private static String snakeCase(String label) {
    return label.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
