package dev.headroom.allocator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Our AsyncAPI document, and whether what goes out is as it says. */
final class AsyncApi {

  private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V7);
  private static final Map<String, JsonSchema> PAYLOADS = new ConcurrentHashMap<>();

  static final JsonNode DOCUMENT = read(new YAMLMapper(), "/asyncapi.yaml");

  private AsyncApi() {}

  /** What AsyncAPI itself has against the document. */
  static List<String> faults() {
    return messages(FACTORY.getSchema(read(new ObjectMapper(), "/asyncapi/3.0.0.json")), DOCUMENT);
  }

  /** What the document has against an event's data. */
  static List<String> faultsOfEvent(String name, JsonNode data) {
    return faults("events", name, data);
  }

  /** What the document has against a message. */
  static List<String> faultsOfMessage(JsonNode message) {
    return faults("socket", message.path("event").asText(), message);
  }

  private static List<String> faults(String channel, String name, JsonNode payload) {
    String at = "/channels/" + channel + "/messages/" + name;
    if (DOCUMENT.at(at).isMissingNode()) {
      return List.of("nothing is said of " + at);
    }
    return messages(PAYLOADS.computeIfAbsent(at, AsyncApi::schema), payload);
  }

  /** The message's payload as a schema, with the components it refers to. */
  private static JsonSchema schema(String at) {
    String message = DOCUMENT.at(at).path("$ref").asText().substring(1);
    ObjectNode schema = DOCUMENT.at(message + "/payload").deepCopy();
    if (schema.has("$ref")) {
      String inner = schema.path("$ref").asText().substring(1);
      schema = DOCUMENT.at(inner).deepCopy();
    }
    schema.set("components", DOCUMENT.path("components"));
    return FACTORY.getSchema(schema);
  }

  private static List<String> messages(JsonSchema schema, JsonNode node) {
    return schema.validate(node).stream().map(ValidationMessage::getMessage).toList();
  }

  private static JsonNode read(ObjectMapper mapper, String resource) {
    try (InputStream content = AsyncApi.class.getResourceAsStream(resource)) {
      return mapper.readTree(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
