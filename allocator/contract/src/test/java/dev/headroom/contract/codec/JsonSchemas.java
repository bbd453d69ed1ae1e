package dev.headroom.contract.codec;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaKeyword;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The JSON Schemas of the low-rate topics, drawn from the records their codecs write. */
final class JsonSchemas {

  /** By the file they are published as. */
  static final Map<String, Class<?>> PUBLISHED =
      Map.of(
          "site-proposals", ProposalJson.class,
          "sites", SiteRecordJson.class,
          "ceilings", CeilingJson.class,
          "demand", DemandJson.class,
          "dead-letters", DeadLetterJson.class,
          "audit", AuditJson.class);

  private JsonSchemas() {}

  static JsonNode of(String topic, Class<?> wireType) {
    var builder =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(
                Option.INLINE_ALL_SCHEMAS,
                Option.ADDITIONAL_FIXED_TYPES,
                Option.EXTRA_OPEN_API_FORMAT_VALUES)
            .without(Option.FLATTENED_ENUMS_FROM_TOSTRING, Option.FLATTENED_OPTIONALS);
    builder.forFields().withRequiredCheck(field -> true);
    builder
        .forFields()
        .withTargetTypeOverridesResolver(JsonSchemas::insideOptional)
        .withNullableCheck(field -> isOptional(field.getDeclaredType()));
    builder.forTypesInGeneral().withCustomDefinitionProvider(JsonSchemas::anyDocument);
    ObjectNode schema = new SchemaGenerator(builder.build()).generateSchema(wireType);
    schema.put("$id", "https://headroom.dev/schema/v1/" + topic + ".json");
    schema.put("title", "Value of headroom." + topic);
    return schema;
  }

  private static boolean isOptional(ResolvedType type) {
    return type.isInstanceOf(Optional.class)
        || type.isInstanceOf(OptionalInt.class)
        || type.isInstanceOf(OptionalLong.class);
  }

  private static List<ResolvedType> insideOptional(FieldScope field) {
    ResolvedType type = field.getType();
    if (type.isInstanceOf(Optional.class)) {
      return List.of(field.getTypeParameterFor(Optional.class, 0));
    }
    if (type.isInstanceOf(OptionalLong.class)) {
      return List.of(field.getContext().resolve(Long.class));
    }
    if (type.isInstanceOf(OptionalInt.class)) {
      return List.of(field.getContext().resolve(Integer.class));
    }
    return List.of();
  }

  /** A site's definition has a schema of its own. */
  private static @Nullable CustomDefinition anyDocument(
      ResolvedType type, SchemaGenerationContext context) {
    if (!type.isInstanceOf(JsonNode.class)) {
      return null;
    }
    ObjectNode object = context.getGeneratorConfig().createObjectNode();
    object.put(context.getKeyword(SchemaKeyword.TAG_TYPE), "object");
    return new CustomDefinition(object);
  }
}
