package dev.headroom.gateway.ocppj;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.headroom.gateway.core.dialect.Dialect;
import dev.headroom.gateway.core.rpc.Action;
import dev.headroom.gateway.core.rpc.ErrorCode;
import dev.headroom.gateway.core.rpc.Frame;
import dev.headroom.gateway.core.rpc.OcppVersion;
import dev.headroom.gateway.core.rpc.Request;
import dev.headroom.gateway.core.rpc.Response;
import java.util.Optional;
import java.util.function.Function;

/**
 * Frames of OCPP-J 1.6 §4 and 2.0.1 part 4 §4 as text and back. Strict in what is sent; lenient in
 * what comes in, where unknown fields are left out and counted, but never in what is missing.
 */
public final class OcppJson {

  private static final int CALL = 2;
  private static final int CALL_RESULT = 3;
  private static final int CALL_ERROR = 4;
  private static final int LONGEST_MESSAGE_ID = 36;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(20).build())
                  .build())
          .addModule(new Jdk8Module())
          .addModule(OcppTime.module())
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .withCoercionConfig(
              LogicalType.Integer,
              config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
          .build();

  private final Dialect dialect;

  /** The codec of this version's frames. */
  public OcppJson(Dialect dialect) {
    this.dialect = dialect;
  }

  /** The version whose frames these are. */
  public OcppVersion version() {
    return dialect.version();
  }

  public String write(Frame frame) {
    ArrayNode array = JSON.createArrayNode();
    switch (frame) {
      case Frame.Call(String id, Request payload) ->
          array.add(CALL).add(id).add(payload.action().wireName()).add(JSON.valueToTree(payload));
      case Frame.CallResult(String id, Response payload) ->
          array.add(CALL_RESULT).add(id).add(JSON.<JsonNode>valueToTree(payload));
      case Frame.CallError(String id, ErrorCode code, String description) ->
          array
              .add(CALL_ERROR)
              .add(id)
              .add(code.spelled(dialect.version()))
              .add(description.length() > 255 ? description.substring(0, 255) : description)
              .add(JSON.createObjectNode());
    }
    return array.toString();
  }

  /**
   * @param pending the action of our call with this message id, while it waits for an answer
   */
  public Inbound read(String text, Function<String, Optional<Action>> pending) {
    JsonNode array;
    try {
      array = JSON.readTree(text);
    } catch (JsonProcessingException noJson) {
      return new Inbound.Noise(noJson.getOriginalMessage());
    }
    String id = array.path(1).asText();
    if (!array.isArray() || !array.path(0).isInt() || !array.path(1).isTextual() || id.isEmpty()) {
      return new Inbound.Noise("no array of a message type and a message id");
    }
    if (id.length() > LONGEST_MESSAGE_ID) {
      return new Inbound.Noise("a message id of " + id.length() + " characters");
    }
    return switch (array.path(0).intValue()) {
      case CALL -> call(id, array);
      case CALL_RESULT ->
          pending
              .apply(id)
              .map(action -> result(id, action, array))
              .orElse(new Inbound.Unasked(id));
      case CALL_ERROR ->
          pending.apply(id).map(action -> error(id, array)).orElse(new Inbound.Unasked(id));
      default -> new Inbound.Noise("message type " + array.path(0));
    };
  }

  private Inbound call(String id, JsonNode array) {
    if (array.size() != 4 || !array.path(2).isTextual() || !array.path(3).isObject()) {
      return new Inbound.Refused(
          id, ErrorCode.RPC_FRAMEWORK_ERROR, "a call is [2, id, action, {payload}]");
    }
    String name = array.path(2).textValue();
    Optional<Action> action = dialect.action(name);
    if (action.isEmpty()) {
      return dialect.recognises(name)
          ? new Inbound.Refused(id, ErrorCode.NOT_SUPPORTED, name + " is not spoken here")
          : new Inbound.Refused(id, ErrorCode.NOT_IMPLEMENTED, "unknown action");
    }
    if (!action.get().fromStation()) {
      return new Inbound.Refused(id, ErrorCode.NOT_SUPPORTED, name + " is not for us to answer");
    }
    return switch (payload(action.get().request(), array.path(3))) {
      case Payload.Read<? extends Request>(Request request, int unknown) ->
          new Inbound.Understood(new Frame.Call(id, request), unknown);
      case Payload.Bad<? extends Request>(ErrorCode code, String description) ->
          new Inbound.Refused(id, code, description);
    };
  }

  private static Inbound result(String id, Action action, JsonNode array) {
    if (!array.path(2).isObject()) {
      return new Inbound.BadAnswer(id, "a result is [3, id, {payload}]");
    }
    return switch (payload(action.response(), array.path(2))) {
      case Payload.Read<? extends Response>(Response response, int unknown) ->
          new Inbound.Understood(new Frame.CallResult(id, response), unknown);
      case Payload.Bad<? extends Response>(ErrorCode code, String description) ->
          new Inbound.BadAnswer(id, description);
    };
  }

  private static Inbound error(String id, JsonNode array) {
    String name = array.path(2).asText();
    ErrorCode code = ErrorCode.named(name);
    return new Inbound.Understood(new Frame.CallError(id, code, array.path(3).asText()), 0);
  }

  private sealed interface Payload<T> {
    record Read<T>(T value, int unknownFields) implements Payload<T> {}

    record Bad<T>(ErrorCode code, String description) implements Payload<T> {}
  }

  private static <T> Payload<T> payload(Class<T> type, JsonNode object) {
    Shape.Finding finding = Shape.of(type).look(object);
    if (finding.missing().isPresent()) {
      return new Payload.Bad<>(
          ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION, finding.missing().get() + " is missing");
    }
    try {
      return new Payload.Read<>(JSON.treeToValue(object, type), finding.unknown());
    } catch (InvalidFormatException | ValueInstantiationException value) {
      return new Payload.Bad<>(
          ErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
          value.getPathReference() + " has no legal value");
    } catch (JsonProcessingException wrongType) {
      return new Payload.Bad<>(ErrorCode.TYPE_CONSTRAINT_VIOLATION, wrongType.getOriginalMessage());
    }
  }
}
