package dev.headroom.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.InputStream;
import java.util.List;

/** Judges JSON by a schema as published in the jar. */
public final class Validation {

  private final JsonSchema schema;

  private Validation(JsonSchema schema) {
    this.schema = schema;
  }

  public static Validation by(String name) {
    InputStream published =
        Validation.class.getResourceAsStream("/dev/headroom/contract/schema/" + name + ".json");
    return new Validation(
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(published));
  }

  public List<String> faultsOf(JsonNode document) {
    return schema.validate(document).stream().map(ValidationMessage::getMessage).toList();
  }

  List<String> faultsOf(byte[] json) {
    String text = new String(json, UTF_8);
    return schema.validate(text, InputFormat.JSON).stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }
}
