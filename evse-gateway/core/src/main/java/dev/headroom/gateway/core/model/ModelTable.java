package dev.headroom.gateway.core.model;

import dev.headroom.gateway.core.dialect.StationIdentity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Models by pattern. All that match count, the most specific first: it overrides of the others what
 * it states, and leaves the rest. Of two that are as specific the later one counts.
 */
public final class ModelTable implements Models {

  /** What is stated of the chargers a pattern means. */
  public record Entry(ModelPattern pattern, Traits traits) {}

  public static final ModelTable EMPTY = new ModelTable(List.of());

  private final List<Entry> leastSpecificFirst;

  public ModelTable(List<Entry> entries) {
    leastSpecificFirst = entries.stream().sorted(Comparator.comparing(Entry::pattern)).toList();
  }

  /** These, and over them others. */
  public ModelTable with(List<Entry> more) {
    return new ModelTable(Stream.concat(leastSpecificFirst.stream(), more.stream()).toList());
  }

  @Override
  public Traits of(StationIdentity identity) {
    Traits traits = Traits.UNKNOWN;
    for (Entry entry : leastSpecificFirst) {
      if (entry.pattern().matches(identity)) {
        traits = entry.traits().over(traits);
      }
    }
    return traits;
  }

  /** The most specific of its patterns that means this station. */
  public Optional<ModelPattern> meaning(StationIdentity identity) {
    return leastSpecificFirst.reversed().stream()
        .map(Entry::pattern)
        .filter(pattern -> pattern.matches(identity))
        .findFirst();
  }

  public List<Entry> entries() {
    return leastSpecificFirst;
  }
}
