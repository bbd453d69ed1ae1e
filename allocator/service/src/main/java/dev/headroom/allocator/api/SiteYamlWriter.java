package dev.headroom.allocator.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Definitions as people edit them. */
final class SiteYamlWriter {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .build();

  private SiteYamlWriter() {}

  static String write(JsonNode definition) {
    try {
      return YAML.writeValueAsString(definition);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a definition that is no YAML", e);
    }
  }
}
