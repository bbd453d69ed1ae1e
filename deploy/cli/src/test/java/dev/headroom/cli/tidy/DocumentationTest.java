package dev.headroom.cli.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import dev.headroom.contract.topic.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the tables of the READMEs against the code they describe. */
class DocumentationTest {
  private static final Pattern TOPIC_ROW =
      Pattern.compile("^\\| `(headroom\\.[a-z-]+)` *\\|.*?\\b(compact|delete)", Pattern.MULTILINE);
  private static final Pattern KEY = Pattern.compile("`(headroom\\.[a-z][a-z0-9.-]*[a-z0-9])[`=]");

  private final Checkout checkout = Checkout.ofThisBuild();
  private final ParsedSources sources = ParsedSources.of(checkout.javaFiles());

  @Test
  void theTopicTableIsTheTopicsOfTheContract() {
    Map<String, String> documented = new TreeMap<>();
    TOPIC_ROW
        .matcher(Checkout.text(checkout.root().resolve("allocator/contract/README.md")))
        .results()
        .forEach(row -> documented.put(row.group(1), row.group(2)));
    Map<String, String> real =
        Arrays.stream(Topic.values())
            .collect(
                Collectors.toMap(
                    Topic::topicName, topic -> topic.compacted() ? "compact" : "delete"));
    assertThat(documented).containsExactlyInAnyOrderEntriesOf(real);
  }

  @Test
  void everyConfigurationKeyIsExplainedByItsModule() {
    for (var module : checkout.modules()) {
      Set<String> defined = ConfigurationKeys.of(sourcesBelow(module.resolve("src/main")));
      defined.addAll(keysSetIn(module.resolve("src/main/resources/application.properties")));
      assertThat(keysIn(Checkout.text(module.resolve("README.md"))))
          .as("keys explained in %s/README.md", checkout.relative(module))
          .containsAll(defined);
    }
  }

  @Test
  void noPageExplainsAKeyThatIsNot() {
    Set<String> known = ConfigurationKeys.of(sources.units());
    Arrays.stream(Topic.values()).map(Topic::topicName).forEach(known::add);
    for (var module : checkout.modules()) {
      known.addAll(keysSetIn(module.resolve("src/main/resources/application.properties")));
    }
    for (var page : checkout.files(file -> file.toString().endsWith(".md"))) {
      assertThat(known)
          .as("keys and topics named in %s", checkout.relative(page))
          .containsAll(keysIn(Checkout.text(page)));
    }
  }

  private List<CompilationUnitTree> sourcesBelow(Path directory) {
    return sources.units().stream()
        .filter(unit -> ParsedSources.file(unit).startsWith(directory))
        .toList();
  }

  /** Keys of ours that only stand for others have their default there. */
  private static Set<String> keysSetIn(Path properties) {
    return Files.exists(properties)
        ? Checkout.text(properties)
            .lines()
            .filter(line -> line.startsWith("headroom."))
            .map(line -> line.substring(0, line.indexOf('=')))
            .collect(Collectors.toSet())
        : Set.of();
  }

  private static Set<String> keysIn(String text) {
    return KEY.matcher(text)
        .results()
        .map(it -> it.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
