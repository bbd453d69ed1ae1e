package dev.headroom.gateway.actor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.headroom.gateway.core.rpc.OcppVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The official JSON schemas of a version of OCPP, as npm's {@code ocpp-rpc} carries them: found in
 * {@code HEADROOM_NODE_MODULES}, or where CI puts them.
 */
public final class OcppSchemas {

  public static final String MISSING =
      "npm's ocpp-rpc is not installed (HEADROOM_NODE_MODULES): its schemas judge nothing here";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a CALLERROR may say of itself in each version; the schemas leave it out. */
  private static final Set<String> CODES_16 =
      Set.of(
          "NotImplemented",
          "NotSupported",
          "InternalError",
          "ProtocolError",
          "SecurityError",
          "FormationViolation",
          "PropertyConstraintViolation",
          "OccurenceConstraintViolation",
          "TypeConstraintViolation",
          "GenericError");

  private static final Set<String> CODES_201 =
      Set.of(
          "FormatViolation",
          "GenericError",
          "InternalError",
          "MessageTypeNotSupported",
          "NotImplemented",
          "NotSupported",
          "OccurrenceConstraintViolation",
          "PropertyConstraintViolation",
          "ProtocolError",
          "RpcFrameworkError",
          "SecurityError",
          "TypeConstraintViolation");

  private final Map<String, JsonSchema> byName = new HashMap<>();
  private final Set<String> errorCodes;

  private OcppSchemas(JsonNode all, Set<String> errorCodes) {
    this.errorCodes = errorCodes;
    JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);
    for (JsonNode schema : all) {
      byName.put(schema.get("$id").asText(), factory.getSchema(schema));
    }
  }

  public static Optional<OcppSchemas> installed(OcppVersion version) {
    String home =
        Optional.ofNullable(System.getenv("HEADROOM_NODE_MODULES"))
            .orElse(System.getProperty("user.home") + "/.cache/headroom/node/node_modules");
    Path file =
        Path.of(
            home,
            "ocpp-rpc",
            "lib",
            "schemas",
            "ocpp" + version.number().replace('.', '_') + ".json");
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new OcppSchemas(
              JSON.readTree(file.toFile()),
              switch (version) {
                case OCPP_1_6 -> CODES_16;
                case OCPP_2_0_1 -> CODES_201;
              }));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with a frame we send; {@code action} names a result's call. */
  public List<String> faultsOf(String frame, String action) {
    try {
      JsonNode array = JSON.readTree(frame);
      return switch (array.get(0).intValue()) {
        case 2 -> faults("urn:" + array.get(2).asText() + ".req", array.get(3));
        case 3 -> faults("urn:" + action + ".conf", array.get(2));
        case 4 -> errorFaults(array);
        default -> List.of("no message type " + array.get(0));
      };
    } catch (IOException noJson) {
      return List.of(noJson.getMessage());
    }
  }

  /** OCPP-J 1.6 §4.2.3, 2.0.1 part 4 §4.2.3. */
  private List<String> errorFaults(JsonNode error) {
    boolean fits =
        error.size() == 5
            && errorCodes.contains(error.get(2).asText())
            && error.get(3).isTextual()
            && error.get(3).asText().length() <= 255
            && error.get(4).isObject();
    return fits ? List.of() : List.of("no CALLERROR: " + error);
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
