package dev.headroom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.contract.site.SiteFile;
import dev.headroom.contract.site.SiteYaml;
import dev.headroom.contract.topic.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the README says of topics and site files is so. */
class ReadmeTest {

  private static final Pattern ROW =
      Pattern.compile("\\| `(headroom\\.[a-z-]+)` \\| ([^|]+) \\|([^|]+)\\|([^|]+)\\|([^|]+)\\|");

  private String readme = "";

  @BeforeEach
  void read() throws Exception {
    readme = Files.readString(Path.of("README.md"));
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
    Matcher example = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL).matcher(readme);
    assertThat(example.find()).isTrue();

    assertThat(SiteYaml.read("README.md", example.group(1)))
        .isInstanceOfSatisfying(SiteFile.Read.class, site -> assertThat(site.warnings()).isEmpty());
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
