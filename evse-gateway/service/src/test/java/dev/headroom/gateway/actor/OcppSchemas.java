package dev.headroom.gateway.actor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The official JSON schemas of OCPP 1.6, as npm's {@code ocpp-rpc} carries them: found in {@code
 * HEADROOM_NODE_MODULES}, or where CI puts them.
 */
public final class OcppSchemas {

  public static final String MISSING =
      "npm's ocpp-rpc is not installed (HEADROOM_NODE_MODULES): its schemas judge nothing here";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, JsonSchema> byName = new HashMap<>();

  private OcppSchemas(JsonNode all) {
    JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);
    for (JsonNode schema : all) {
      byName.put(schema.get("$id").asText(), factory.getSchema(schema));
    }
  }

  public static Optional<OcppSchemas> installed() {
    String home =
        Optional.ofNullable(System.getenv("HEADROOM_NODE_MODULES"))
            .orElse(System.getProperty("user.home") + "/.cache/headroom/node/node_modules");
    Path file = Path.of(home, "ocpp-rpc", "lib", "schemas", "ocpp1_6.json");
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new OcppSchemas(JSON.readTree(file.toFile())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with a call or result we send; {@code action} names a result's call. */
  public List<String> faultsOf(String frame, String action) {
    try {
      JsonNode array = JSON.readTree(frame);
      return switch (array.get(0).intValue()) {
        case 2 -> faults("urn:" + array.get(2).asText() + ".req", array.get(3));
        case 3 -> faults("urn:" + action + ".conf", array.get(2));
        default -> List.of();
      };
    } catch (IOException noJson) {
      return List.of(noJson.getMessage());
    }
  }

  private List<String> faults(String name, JsonNode payload) {
    JsonSchema schema = byName.get(name);
    if (schema == null) {
      return List.of("no schema " + name);
    }
    return schema.validate(payload).stream()
        .map(ValidationMessage::getMessage)
        .map(fault -> name + ": " + fault)
        .toList();
  }
}
