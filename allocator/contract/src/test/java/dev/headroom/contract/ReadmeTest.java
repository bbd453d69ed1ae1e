package dev.headroom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.contract.site.SiteFile;
import dev.headroom.contract.site.SiteSchema;
import dev.headroom.contract.site.SiteYaml;
import dev.headroom.contract.topic.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the README says of topics, and its second page of site files, is so. */
class ReadmeTest {

  private static final Pattern ROW =
      Pattern.compile("\\| `(headroom\\.[a-z-]+)` \\| ([^|]+) \\|([^|]+)\\|([^|]+)\\|([^|]+)\\|");

  private String readme = "";
  private String siteFiles = "";

  @BeforeEach
  void read() throws Exception {
    readme = Files.readString(Path.of("README.md"));
    siteFiles = Files.readString(Path.of("SITE-FILES.md"));
  }

  @Test
  void namesEveryTopicWithItsCleanup() {
    List<String> rows =
        ROW.matcher(readme).results().map(row -> row.group(1) + " " + row.group(2)).toList();

    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(Topic.values()).map(it -> it.topicName() + " " + cleanup(it)).toList());
  }

  @Test
  void showsASiteThatIsSound() {
    Matcher example = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL).matcher(siteFiles);
    assertThat(example.find()).isTrue();

    assertThat(SiteYaml.read("SITE-FILES.md", example.group(1)))
        .isInstanceOfSatisfying(SiteFile.Read.class, site -> assertThat(site.warnings()).isEmpty());
  }

  @Test
  void showsEveryKeyOfASiteFile() {
    for (String key : keysIn(SiteSchema.document())) {
      assertThat(siteFiles).containsPattern("\\b" + key + ":");
    }
  }

  private static Set<String> keysIn(JsonNode schema) {
    Set<String> keys = new TreeSet<>();
    schema.findValues("properties").forEach(it -> it.fieldNames().forEachRemaining(keys::add));
    schema.findValues("properties").forEach(it -> it.forEach(key -> keys.addAll(keysIn(key))));
    return keys;
  }

  private static String cleanup(Topic topic) {
    if (topic.compacted()) {
      return "compact";
    }
    Map<String, String> config = topic.spec(1, (short) 1).configs();
    Duration kept = Duration.ofMillis(Long.parseLong(config.get("retention.ms")));
    return kept.toDays() > 0 ? "delete " + kept.toDays() + " d" : "delete " + kept.toHours() + " h";
  }
}
