package dev.headroom.contract.site;

import dev.headroom.contract.form.Fields;
import dev.headroom.contract.form.TextKey;
import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.SupplySystem;
import dev.headroom.core.electrical.Transformer;
import dev.headroom.core.electrical.VectorGroup;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A circuit's transformer. */
final class TransformerBinder {

  private TransformerBinder() {}

  static Optional<Transformer> transformer(Fields fields) {
    int voltAmperes = fields.number(TransformerKeys.RATED);
    Optional<VectorGroup> group = among(fields, TransformerKeys.GROUP, VectorGroup::of);
    Optional<SupplySystem> primary = among(fields, TransformerKeys.PRIMARY, SupplySystem::of);
    Optional<SupplySystem> secondary = among(fields, TransformerKeys.SECONDARY, SupplySystem::of);
    Optional<List<Phase>> lines =
        fields
            .value(TransformerKeys.PRIMARY_LINES)
            .map(it -> PhaseList.of(fields, TransformerKeys.PRIMARY_LINES, it))
            .map(List::copyOf);
    return fields.built(
        () ->
            new Transformer(
                voltAmperes,
                group.orElseThrow(),
                primary.orElseThrow(),
                secondary.orElseThrow(),
                lines.orElse(primary.orElseThrow().phases())));
  }

  private static <T> Optional<T> among(
      Fields fields, TextKey key, Function<String, Optional<T>> notation) {
    String text = fields.text(key);
    Optional<T> known = notation.apply(text);
    if (known.isEmpty() && !text.isEmpty()) {
      fields.error(
          key,
          "'%s' is not supported".formatted(text),
          "supported are " + String.join(", ", key.notations()));
    }
    return known;
  }
}
