package dev.headroom.gateway.model;

import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.gateway.core.model.ModelPattern;
import dev.headroom.gateway.core.model.ModelTable;
import dev.headroom.gateway.core.model.TraitsBuilder;
import dev.headroom.gateway.core.model.WakeUp;
import dev.headroom.gateway.core.profile.RateUnit;
import dev.headroom.gateway.core.profile.TailKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads one model of a file. */
final class ModelReader {

  private static final String KEYS =
      "vendor, model, firmware, rateUnit, maxStackLevel, maxPeriods, takesZero, clockTrusted,"
          + " ping, settle, tail, pilotAmps, wakeUp, ttl, refresh, writesPerDay, tellsOffer,"
          + " tellsSchedule, proven, source";

  private final String file;
  private final MappingNode model;
  private final TraitsBuilder traits = TraitsBuilder.start();
  private String vendor = "*";
  private String name = "*";
  private String firmware = "*";

  ModelReader(String file, MappingNode model) {
    this.file = file;
    this.model = model;
  }

  ModelTable.Entry entry() {
    for (NodeTuple field : model.getValue()) {
      Node key = field.getKeyNode();
      take(key instanceof ScalarNode scalar ? scalar.getValue() : "?", key, field.getValueNode());
    }
    return new ModelTable.Entry(new ModelPattern(vendor, name, firmware), traits.build());
  }

  private void take(String key, Node at, Node value) {
    switch (key) {
      case "vendor" -> vendor = text(value);
      case "model" -> name = text(value);
      case "firmware" -> firmware = text(value);
      case "rateUnit" ->
          traits.unit(
              text(value).equals("A") ? RateUnit.AMPERES : only("W", value, RateUnit.WATTS));
      case "maxStackLevel" -> traits.maxStackLevel(whole(value, 0, 1_000_000));
      case "maxPeriods" -> traits.maxPeriods(whole(value, 1, 1_000_000));
      case "takesZero" -> traits.takesZero(flag(value));
      case "clockTrusted" -> traits.clockTrusted(flag(value));
      case "ping" -> traits.ping(flag(value));
      case "settle" -> traits.settle(time(value, Duration.ofSeconds(1), Duration.ofMinutes(5)));
      case "tail" -> traits.tail(choice(value, TailKind.class));
      case "pilotAmps" -> traits.pilot(amperes(value));
      case "wakeUp" -> traits.wakeUp(choice(value, WakeUp.class));
      case "ttl" -> traits.ttl(time(value, Duration.ofSeconds(10), Duration.ofHours(1)));
      case "refresh" -> traits.refresh(time(value, Duration.ofSeconds(5), Duration.ofHours(1)));
      case "writesPerDay" -> traits.writesPerDay(whole(value, 1, 1_000_000));
      case "tellsOffer" -> traits.tellsOffer(flag(value));
      case "tellsSchedule" -> traits.tellsSchedule(flag(value));
      case "proven" -> traits.proven(flag(value));
      case "source" -> text(value);
      default -> throw refused(at, "'" + key + "' is nothing known of a model", "use " + KEYS);
    }
  }

  private RateUnit only(String word, Node value, RateUnit unit) {
    if (text(value).equals(word)) {
      return unit;
    }
    throw refused(value, "'" + text(value) + "' is no unit", "write A or W");
  }

  private String text(Node value) {
    if (value instanceof ScalarNode scalar) {
      return scalar.getValue().trim();
    }
    throw refused(value, "one value is expected", "write it behind the colon");
  }

  /** As YAML 1.2 has it: {@code no} is text. */
  private boolean flag(Node value) {
    return switch (text(value)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw refused(value, "'" + text(value) + "' is not a flag", "write true or false");
    };
  }

  private int whole(Node value, int least, int most) {
    String said = text(value);
    if (said.matches("\\d{1,9}")) {
      int number = Integer.parseInt(said);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw refused(
        value, "'" + said + "' is out of range", "write a number from " + least + " to " + most);
  }

  private Duration time(Node value, Duration least, Duration most) {
    String said = text(value);
    if (said.matches("\\d{1,6}[smh]")) {
      Duration time = Duration.parse("PT" + said.toUpperCase(Locale.ROOT));
      if (time.compareTo(least) >= 0 && time.compareTo(most) <= 0) {
        return time;
      }
    }
    throw refused(
        value,
        "'" + said + "' is out of range",
        "write a time such as 20s or 2m, from %ss to %ss"
            .formatted(least.toSeconds(), most.toSeconds()));
  }

  private <E extends Enum<E>> E choice(Node value, Class<E> kind) {
    String said = text(value);
    E[] choices = kind.getEnumConstants();
    return Arrays.stream(choices)
        .filter(choice -> word(choice).equals(said))
        .findFirst()
        .orElseThrow(
            () ->
                refused(
                    value,
                    "'" + said + "' is no choice",
                    "write one of "
                        + Arrays.stream(choices)
                            .map(ModelReader::word)
                            .collect(Collectors.joining(", "))));
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  private PilotSteps.Set amperes(Node value) {
    if (!(value instanceof SequenceNode list) || list.getValue().isEmpty()) {
      throw refused(value, "no list of currents", "write amperes such as [8, 16, 24, 32]");
    }
    return new PilotSteps.Set(list.getValue().stream().mapToInt(this::milliamps).toArray());
  }

  private int milliamps(Node value) {
    String said = text(value);
    if (said.matches("\\d{1,4}(\\.\\d)?")) {
      int milliamps = new BigDecimal(said).movePointRight(3).intValueExact();
      if (milliamps >= 6000 && milliamps <= 1_000_000) {
        return milliamps;
      }
    }
    throw refused(
        value, "'" + said + "' is no current of a pilot", "write amperes from 6 to 1000 (S6)");
  }

  private ModelsRefused refused(Node at, String problem, String remedy) {
    return new ModelsRefused(file, ModelsFile.line(at), problem, remedy);
  }
}
