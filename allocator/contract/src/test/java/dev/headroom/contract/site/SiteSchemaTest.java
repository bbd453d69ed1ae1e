package dev.headroom.contract.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.contract.codec.Validation;
import dev.headroom.contract.form.ChoiceKey;
import dev.headroom.contract.form.DurationKey;
import dev.headroom.contract.form.FlagKey;
import dev.headroom.contract.form.Key;
import dev.headroom.contract.form.ListKey;
import dev.headroom.contract.form.MappingKey;
import dev.headroom.contract.form.NumberKey;
import dev.headroom.contract.form.OpenKey;
import dev.headroom.contract.form.Shape;
import dev.headroom.contract.form.TextKey;
import dev.headroom.core.site.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The published schema of a site and the reader of site files know the same keys and types. */
class SiteSchemaTest {

  /** The circuit's own phases must be named, which no schema can say. */
  private static final String WHICH_PHASES = ".*/worstCaseBaseAmps/L[123]";

  /** Whether the two lines must be named hangs on the group and the primary. */
  private static final String WHICH_LINES = ".*/primaryLines";

  /** A tenant may have any name; that an EVSE has it, no schema can say. */
  private static final String ANY_TENANT = ".*/tenantWeights/.*";

  private static final List<Path> PUBLISHED =
      List.of(
          Path.of("src/main/resources/dev/headroom/contract/schema/site.json"),
          Path.of("../../deploy/examples/site.schema.json"));

  private final Validation schema = Validation.by("site");

  @Test
  void passesASiteThatUsesEveryKey() throws Exception {
    assertThat(schema.faultsOf(whole())).isEmpty();
  }

  /**
   * The published copies: one in the jar, one beside the examples. With {@code
   * -Dheadroom.write-schemas=true} they are written instead.
   */
  @Test
  void isPublishedAsFilesAreRead() throws Exception {
    String text =
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(SiteSchema.document())
            + "\n";
    for (Path copy : PUBLISHED) {
      if (Boolean.getBoolean("headroom.write-schemas")) {
        Files.writeString(copy, text);
      }
      assertThat(copy).hasContent(text);
    }
  }

  /** Or a key's loss would go unnoticed below. */
  @Test
  void theSiteThatUsesEveryKeyDoes() throws Exception {
    List<String> used = members(whole(), "").stream().map(SiteSchemaTest::last).toList();
    assertThat(used).containsAll(declared(SiteKeys.DOCUMENT));
  }

  private static List<String> declared(Shape shape) {
    List<String> names = new ArrayList<>();
    for (Key key : shape.keys()) {
      names.add(key.name());
      switch (key) {
        case MappingKey mapping -> names.addAll(declared(mapping.shape()));
        case ListKey list -> names.addAll(declared(list.each()));
        case TextKey _, NumberKey _, FlagKey _, ChoiceKey<?> _, DurationKey _, OpenKey _ -> {}
      }
    }
    return names;
  }

  @TestFactory
  Stream<DynamicTest> agreesOnEveryKeyThatIsLostOrMisspelt() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (String pointer : members(whole(), "")) {
      if (!pointer.matches(WHICH_PHASES) && !pointer.matches(WHICH_LINES)) {
        tests.add(
            DynamicTest.dynamicTest("without " + pointer, () -> assertAgreement(without(pointer))));
      }
      boolean known = !pointer.matches(ANY_TENANT);
      tests.add(
          DynamicTest.dynamicTest(
              "misspelt " + pointer,
              () -> assertThat(assertAgreement(misspelt(pointer))).isEqualTo(!known)));
      tests.add(
          DynamicTest.dynamicTest(
              "numbers out of bounds as " + pointer,
              () -> {
                assertAgreement(withNumber(pointer, -1));
                assertAgreement(withNumber(pointer, 9_999_999));
              }));
      tests.add(
          DynamicTest.dynamicTest(
              "a list as " + pointer,
              () -> assertThat(assertAgreement(withList(pointer))).isFalse()));
    }
    return tests.stream();
  }

  /** Only the binder is asked: what needs the whole tree, no schema can say. */
  private boolean assertAgreement(JsonNode document) {
    List<Finding> findings = new ArrayList<>();
    boolean bound = new SiteBinder(findings).site(document).isPresent();
    List<String> faults = schema.faultsOf(document);
    assertThat(faults.isEmpty()).as("schema: %s, reader: %s", faults, findings).isEqualTo(bound);
    return bound;
  }

  private static JsonNode without(String pointer) throws Exception {
    JsonNode copy = whole();
    parent(copy, pointer).remove(last(pointer));
    return copy;
  }

  private static JsonNode misspelt(String pointer) throws Exception {
    JsonNode copy = whole();
    ObjectNode parent = parent(copy, pointer);
    parent.set(last(pointer) + "x", parent.remove(last(pointer)));
    return copy;
  }

  private static JsonNode withNumber(String pointer, int number) throws Exception {
    JsonNode copy = whole();
    parent(copy, pointer).put(last(pointer), number);
    return copy;
  }

  private static JsonNode withList(String pointer) throws Exception {
    JsonNode copy = whole();
    parent(copy, pointer).putArray(last(pointer)).addObject().put("a", 1);
    return copy;
  }

  private static ObjectNode parent(JsonNode document, String pointer) {
    return (ObjectNode) document.at(pointer.substring(0, pointer.lastIndexOf('/')));
  }

  private static String last(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }

  private static List<String> members(JsonNode node, String pointer) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      all.addAll(members(node.get(i), pointer + "/" + i));
    }
    node.properties()
        .forEach(
            member -> {
              String path = pointer + "/" + member.getKey();
              all.add(path);
              all.addAll(members(member.getValue(), path));
            });
    return all;
  }

  private static JsonNode whole() throws Exception {
    return YamlTree.parse(WholeSite.YAML).document();
  }
}
