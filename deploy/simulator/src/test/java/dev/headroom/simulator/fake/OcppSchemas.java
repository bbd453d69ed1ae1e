package dev.headroom.simulator.fake;

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
import java.util.stream.Stream;

/** The official schemas of a version, as npm's {@code ocpp-rpc} carries them. */
public final class OcppSchemas {

  public static final String MISSING =
      "npm's ocpp-rpc is not installed (HEADROOM_NODE_MODULES): its schemas judge nothing here";

  private final Map<String, JsonSchema> byName = new HashMap<>();

  private OcppSchemas(JsonNode all) {
    JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);
    all.forEach(schema -> byName.put(schema.get("$id").asText(), factory.getSchema(schema)));
  }

  /** Those of a file such as {@code ocpp2_0_1.json}, if it is there. */
  public static Optional<OcppSchemas> installed(String file) {
    String home =
        Optional.ofNullable(System.getenv("HEADROOM_NODE_MODULES"))
            .orElse(System.getProperty("user.home") + "/.cache/headroom/node/node_modules");
    Path path = Path.of(home, "ocpp-rpc", "lib", "schemas", file);
    if (!Files.isReadable(path)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new OcppSchemas(new ObjectMapper().readTree(path.toFile())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with anything that stations have called or answered. */
  public List<String> faultsOf(FakeCentral central) {
    Stream<String> calls =
        central.heard().stream().flatMap(each -> faults(each.action() + ".req", each.payload()));
    Stream<String> answers =
        central.answered().stream()
            .filter(each -> each.frame().get(0).asInt() == 3)
            .flatMap(each -> faults(each.action() + ".conf", each.frame().get(2)));
    return Stream.concat(calls, answers).distinct().toList();
  }

  private Stream<String> faults(String name, JsonNode payload) {
    JsonSchema schema = byName.get("urn:" + name);
    if (schema == null) {
      return Stream.of("no schema " + name);
    }
    return schema.validate(payload).stream()
        .map(ValidationMessage::getMessage)
        .map(fault -> name + ": " + fault + " in " + payload);
  }
}
