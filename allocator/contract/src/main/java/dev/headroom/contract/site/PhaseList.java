package dev.headroom.contract.site;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.contract.form.Fields;
import dev.headroom.contract.form.Key;
import dev.headroom.core.electrical.Phase;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lines by name, such as {@code [L1, L2]}, in the order written. */
final class PhaseList {

  private PhaseList() {}

  static Set<Phase> of(Fields fields, Key key, JsonNode list) {
    String remedy = "write " + key.howTo();
    Set<Phase> phases = new LinkedHashSet<>();
    if (!list.isArray()) {
      fields.error(key, "must be a list of L1, L2, L3", remedy);
    }
    for (JsonNode item : list) {
      Optional<Phase> phase = phase(item.asText());
      if (phase.isEmpty()) {
        fields.error(key, "'" + item.asText() + "' is no phase", remedy);
      } else if (!phases.add(phase.get())) {
        fields.error(key, phase.get() + " is there twice", "name each phase once");
      }
    }
    return phases;
  }

  private static Optional<Phase> phase(String name) {
    return List.of(Phase.values()).stream().filter(it -> it.name().equals(name)).findFirst();
  }
}
