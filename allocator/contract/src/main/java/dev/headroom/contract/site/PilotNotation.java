package dev.headroom.contract.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.contract.form.Fields;
import dev.headroom.contract.form.NumberKey;
import dev.headroom.contract.form.OpenKey;
import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.core.site.Evse;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which currents an AC EVSE accepts, as written: {@code tenths}, {@code whole}, or a list of
 * amperes with at most one decimal, since OCPP carries no more.
 */
final class PilotNotation {

  private static final String TENTHS = "tenths";
  private static final String WHOLE = "whole";
  private static final int MOST_CURRENTS = 100;

  private static final NumberKey CURRENT =
      NumberKey.decimal("pilotAmps", 1, "[6, 8, 16, 32]", "A current it accepts, A.")
          .within(Evse.PILOT_FLOOR_MILLIAMPS / 100, 10_000);

  static final OpenKey KEY =
      new OpenKey(
          CURRENT.name(),
          CURRENT.example(),
          "Which currents an AC EVSE accepts, A: tenths (every tenth of an ampere), whole (every"
              + " ampere), or a list where it knows only some.",
          form());

  private PilotNotation() {}

  /** What is written; tenths unless anything is. */
  static PilotSteps steps(Fields evse) {
    return evse.value(KEY).flatMap(it -> steps(evse, it)).orElse(PilotSteps.TENTHS);
  }

  private static Optional<PilotSteps> steps(Fields evse, JsonNode value) {
    if (value.isArray()) {
      return set(evse, value);
    }
    return switch (value.asText()) {
      case TENTHS -> Optional.of(PilotSteps.TENTHS);
      case WHOLE -> Optional.of(PilotSteps.AMPERES);
      default -> wrong(evse, "must be tenths, whole or a list of currents");
    };
  }

  private static Optional<PilotSteps> set(Fields evse, JsonNode list) {
    if (list.isEmpty() || list.size() > MOST_CURRENTS) {
      return wrong(evse, "must list 1 to %d currents".formatted(MOST_CURRENTS));
    }
    Set<Integer> tenths = new LinkedHashSet<>();
    for (JsonNode item : list) {
      int current = evse.within(CURRENT, evse.numberOf(CURRENT, item));
      if (current <= 0) {
        return Optional.empty(); // said already
      }
      if (!tenths.add(current)) {
        evse.error(KEY, item.asText() + " is there twice", "name each current once");
      }
    }
    return Optional.of(
        new PilotSteps.Set(tenths.stream().mapToInt(current -> current * 100).toArray()));
  }

  private static Optional<PilotSteps> wrong(Fields evse, String message) {
    evse.error(KEY, message, "write pilotAmps: tenths or pilotAmps: whole or " + CURRENT.howTo());
    return Optional.empty();
  }

  private static ObjectNode form() {
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    ArrayNode either = form.putArray("oneOf");
    either.addObject().putArray("enum").add(TENTHS).add(WHOLE);
    ObjectNode list = either.addObject().put("type", "array");
    list.set("items", CURRENT.schema());
    list.put("minItems", 1).put("maxItems", MOST_CURRENTS).put("uniqueItems", true);
    return form.put("default", TENTHS);
  }
}
