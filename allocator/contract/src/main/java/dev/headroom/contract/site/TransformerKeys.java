package dev.headroom.contract.site;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.contract.form.MappingKey;
import dev.headroom.contract.form.NumberKey;
import dev.headroom.contract.form.OpenKey;
import dev.headroom.contract.form.Shape;
import dev.headroom.contract.form.TextKey;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.SupplySystem;
import dev.headroom.core.electrical.Transformer;
import dev.headroom.core.electrical.VectorGroup;
import java.util.Arrays;
import java.util.List;

/** The keys of {@code transformer} of a circuit. */
final class TransformerKeys {

  static final NumberKey RATED =
      NumberKey.decimal("ratedKva", 3, "150", "Its nameplate, kVA.")
          .within(1, Transformer.LARGEST_VOLT_AMPERES)
          .mandatory();

  static final TextKey GROUP =
      TextKey.among(
          "group",
          "Dyn11",
          "How its windings are connected, as on the nameplate.",
          Arrays.stream(VectorGroup.values()).map(VectorGroup::notation).toList());

  static final TextKey PRIMARY =
      TextKey.among("primary", "480Y/277", "The supply it hangs on.", supplies());

  static final TextKey SECONDARY =
      TextKey.among("secondary", "208Y/120", "The supply it makes for this circuit.", supplies());

  static final OpenKey PRIMARY_LINES =
      new OpenKey(
          "primaryLines",
          "[L1, L2]",
          "Of Ii0: the two lines its winding lies between, the secondary's L1 at the first.",
          twoLines());

  static final MappingKey TRANSFORMER =
      new MappingKey(
          "transformer",
          false,
          "{ratedKva: 150, group: Dyn11, primary: 480Y/277, secondary: 208Y/120}",
          "What this circuit is fed through: all else said of it is on the secondary side.",
          Shape.of(RATED, GROUP, PRIMARY, SECONDARY, PRIMARY_LINES));

  private TransformerKeys() {}

  private static List<String> supplies() {
    return Arrays.stream(SupplySystem.values()).map(SupplySystem::notation).toList();
  }

  private static ObjectNode twoLines() {
    ObjectNode list = JsonNodeFactory.instance.objectNode().put("type", "array");
    ArrayNode names = list.putObject("items").putArray("enum");
    Arrays.stream(Phase.values()).map(Phase::name).forEach(names::add);
    return list.put("minItems", 2).put("maxItems", 2).put("uniqueItems", true);
  }
}
