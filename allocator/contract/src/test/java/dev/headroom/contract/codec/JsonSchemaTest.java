package dev.headroom.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class JsonSchemaTest {

  private static final Path PUBLISHED = Path.of("src/main/resources/dev/headroom/contract/schema");
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(
              SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, SerializationFeature.INDENT_OUTPUT);

  /** With {@code -Dheadroom.write-schemas=true} the files are written instead. */
  @TestFactory
  Stream<DynamicTest> isPublishedAsTheCodecsWrite() {
    return JsonSchemas.PUBLISHED.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () -> {
                      JsonNode schema = JsonSchemas.of(entry.getKey(), entry.getValue());
                      Path file = PUBLISHED.resolve(entry.getKey() + ".json");
                      if (Boolean.getBoolean("headroom.write-schemas")) {
                        Files.createDirectories(PUBLISHED);
                        Files.writeString(file, JSON.writeValueAsString(schema) + "\n");
                      }
                      assertThat(JSON.readTree(Files.readString(file))).isEqualTo(schema);
                    }));
  }
}
