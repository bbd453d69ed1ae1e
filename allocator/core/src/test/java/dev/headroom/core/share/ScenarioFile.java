package dev.headroom.core.share;

import dev.headroom.core.electrical.Phase;
import dev.headroom.core.electrical.PilotSteps;
import dev.headroom.core.network.Network;
import dev.headroom.core.site.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads a scenario from its file: amperes and watts there, thousandths of them here. */
final class ScenarioFile {

  private static final Path FOLDER = Path.of("src/test/resources/scenarios");
  private static final Set<String> KEYS =
      Set.of(
          "supply", "circuits", "power", "bounds", "evses", "tenants", "order", "drew", "shares");

  private final String name;
  private final Fields file;
  private final ScenarioSite site;
  private final List<String> evses;

  private ScenarioFile(String name, Object document) {
    this.name = name;
    file = Fields.of(name, document, KEYS);
    site = new ScenarioSite(file);
    evses = List.copyOf(site.evses().keySet());
  }

  /** All there are, by name. */
  static List<Scenario> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().map(ScenarioFile::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Scenario read(Path path) {
    String name = path.getFileName().toString().replace(".yaml", "");
    try {
      Object document =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(path));
      return new ScenarioFile(name, document).scenario();
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  private Scenario scenario() {
    ScenarioRoom room = new ScenarioRoom(file, site, Network.of(site.tree()));
    Map<String, String> expected =
        file.entries("shares").entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().toString()));
    if (!expected.keySet().equals(Set.copyOf(evses))) {
      throw new IllegalArgumentException("'shares' speaks of other EVSEs than 'evses'");
    }
    return new Scenario(name, evses, room.network(), claims(), room.room(), expected);
  }

  private Claims claims() {
    return new Claims(
        byPort(it -> part(it).thousandths("standing", 0)),
        byPort(it -> part(it).get("dc").isPresent() ? dc(it).minimumMilliamps() : least(it)),
        byPort(it -> part(it).get("dc").isPresent() ? dc(it).maximumMilliamps() : most(it)),
        byPort(it -> part(it).whole("weight", 1)),
        byPort(it -> part(it).whole("rank", 0)),
        order(),
        byPort(this::sources),
        evses.stream().<PilotSteps>map(it -> ScenarioSite.steps(part(it))).toList(),
        tenants());
  }

  private Output dc(String evse) {
    return site.output(evse);
  }

  private int least(String evse) {
    return part(evse).thousandths("least", 6);
  }

  private int most(String evse) {
    return part(evse).thousandths("most", 0);
  }

  private int sources(String evse) {
    List<Phase> lines = site.wiring(evse).lines();
    return part(evse)
        .get("lines", Fields::list)
        .map(
            used ->
                used.stream()
                    .mapToInt(it -> 1 << lines.indexOf(Phase.valueOf(it)))
                    .reduce(0, (one, other) -> one | other))
        .orElse(Claims.ALL_SOURCES);
  }

  private int[] order() {
    return file.get("order", Fields::list).orElse(evses).stream()
        .mapToInt(evses::indexOf)
        .toArray();
  }

  private Tenants tenants() {
    Map<String, Object> weights = file.entries("tenants");
    List<String> names = new ArrayList<>(weights.keySet());
    return new Tenants(
        byPort(
            it ->
                part(it).get("tenant", Object::toString).map(names::indexOf).orElse(Tenants.NONE)),
        weights.values().stream().mapToInt(it -> Integer.parseInt(it.toString())).toArray());
  }

  private Fields part(String evse) {
    return Optional.ofNullable(site.evses().get(evse)).orElseThrow();
  }

  private int[] byPort(ToIntFunction<String> figure) {
    return evses.stream().mapToInt(figure).toArray();
  }
}
