package dev.headroom.simulator.ocpp.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Frames from and to text. */
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  /**
   * Reads a frame.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Frame read(String text) {
    JsonNode frame = tree(text);
    if (!frame.isArray() || frame.size() < 3 || !frame.path(1).isTextual()) {
      throw new IllegalArgumentException("not an OCPP frame: " + shortened(text));
    }
    String id = frame.get(1).textValue();
    return switch (frame.get(0).asInt()) {
      case 2 -> new Frame.Call(id, frame.path(2).asText(), frame.path(3));
      case 3 -> new Frame.Result(id, frame.get(2));
      case 4 -> new Frame.Fault(id, frame.path(2).asText(), frame.path(3).asText());
      default -> throw new IllegalArgumentException("unknown frame type: " + shortened(text));
    };
  }

  private static JsonNode tree(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + shortened(text), e);
    }
  }

  private static String shortened(String text) {
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }

  public static String write(Frame frame) {
    ArrayNode array =
        switch (frame) {
          case Frame.Call call ->
              array().add(2).add(call.id()).add(call.action()).add(call.payload());
          case Frame.Result result -> array().add(3).add(result.id()).add(result.payload());
          case Frame.Fault fault ->
              array()
                  .add(4)
                  .add(fault.id())
                  .add(fault.code())
                  .add(fault.description())
                  .add(object());
        };
    return array.toString();
  }
}
