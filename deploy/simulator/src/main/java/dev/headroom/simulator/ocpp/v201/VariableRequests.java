package dev.headroom.simulator.ocpp.v201;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.simulator.ocpp.session.Central;
import dev.headroom.simulator.ocpp.session.StationControl;
import dev.headroom.simulator.ocpp.wire.Fields;
import dev.headroom.simulator.ocpp.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Get- and SetVariables, and reports of the device model (OCPP 2.0.1 B05 to B08). */
final class VariableRequests {

  private static final int PER_REPORT = 20;

  private final DeviceModel variables;
  private final Central central;
  private final StationControl control;
  private final Supplier<Instant> now;

  VariableRequests(
      DeviceModel variables, Central central, StationControl control, Supplier<Instant> now) {
    this.variables = variables;
    this.central = central;
    this.control = control;
    this.now = now;
  }

  ObjectNode get(JsonNode request) {
    ObjectNode answer = Json.object();
    ArrayNode results = answer.putArray("getVariableResult");
    for (JsonNode each : items(request, "getVariableData")) {
      ObjectNode result = echo(each);
      String status =
          statusOf(
              each,
              variable -> {
                result.put("attributeValue", variable.value());
                return "Accepted";
              });
      results.add(result.put("attributeStatus", status));
    }
    return answer;
  }

  ObjectNode set(JsonNode request) {
    ObjectNode answer = Json.object();
    ArrayNode results = answer.putArray("setVariableResult");
    for (JsonNode each : items(request, "setVariableData")) {
      String value = Fields.text(each, "attributeValue");
      String status =
          statusOf(each, variable -> variables.set(variable, value) ? "Accepted" : "Rejected");
      results.add(echo(each).put("attributeStatus", status));
    }
    return answer;
  }

  private String statusOf(JsonNode item, Function<Variable, String> found) {
    Variable.Key key = key(item);
    if (!variables.hasComponent(key)) {
      return "UnknownComponent";
    }
    Optional<Variable> variable = variables.find(key);
    if (variable.isEmpty()) {
      return "UnknownVariable";
    }
    boolean actual = Fields.textIfAny(item, "attributeType").orElse("Actual").equals("Actual");
    return actual ? found.apply(variable.get()) : "NotSupportedAttributeType";
  }

  private static Iterable<JsonNode> items(JsonNode request, String name) {
    if (request.path(name).isEmpty()) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return request.path(name);
  }

  private static Variable.Key key(JsonNode item) {
    JsonNode component = item.path("component");
    JsonNode variable = item.path("variable");
    return new Variable.Key(
        Fields.text(component, "name"),
        Fields.integerIfAny(component.path("evse"), "id").orElse(0),
        Fields.text(variable, "name"),
        Fields.textIfAny(variable, "instance").orElse(""));
  }

  private static ObjectNode echo(JsonNode item) {
    ObjectNode result = Json.object();
    Fields.textIfAny(item, "attributeType").ifPresent(type -> result.put("attributeType", type));
    result.set("component", item.path("component"));
    result.set("variable", item.path("variable"));
    return result;
  }

  /** The whole inventory, or all that can be set; a summary is not supported. */
  String baseReport(JsonNode request) {
    return switch (Fields.text(request, "reportBase")) {
      case "FullInventory" -> report(request, variables.all());
      case "ConfigurationInventory" ->
          report(
              request,
              variables.all().stream().filter(each -> each.writable().isPresent()).toList());
      default -> "NotSupported";
    };
  }

  /** The components and variables asked for; criteria are not supported. */
  String report(JsonNode request) {
    if (request.has("componentCriteria")) {
      return "NotSupported";
    }
    List<Variable> wanted =
        variables.all().stream().filter(each -> isWanted(each, request)).toList();
    return wanted.isEmpty() ? "EmptyResultSet" : report(request, wanted);
  }

  private static boolean isWanted(Variable variable, JsonNode request) {
    JsonNode wanted = request.path("componentVariable");
    for (JsonNode each : wanted) {
      Variable.Key key = variable.key();
      String component = Fields.text(each.path("component"), "name");
      String name = Fields.textIfAny(each.path("variable"), "name").orElse(key.name());
      int evse = Fields.integerIfAny(each.path("component").path("evse"), "id").orElse(key.evse());
      if (key.is(new Variable.Key(component, evse, name, key.instance()))) {
        return true;
      }
    }
    return wanted.isEmpty();
  }

  private String report(JsonNode request, List<Variable> wanted) {
    int id = Fields.integer(request, "requestId");
    control.afterAnswer(
        () -> {
          for (int from = 0; from < wanted.size(); from += PER_REPORT) {
            int to = Math.min(from + PER_REPORT, wanted.size());
            send(id, from / PER_REPORT, to < wanted.size(), wanted.subList(from, to));
          }
        });
    return "Accepted";
  }

  private void send(int requestId, int sequence, boolean more, List<Variable> part) {
    ObjectNode report =
        Json.object()
            .put("requestId", requestId)
            .put("generatedAt", now.get().toString())
            .put("tbc", more)
            .put("seqNo", sequence);
    ArrayNode data = report.putArray("reportData");
    part.forEach(variable -> data.add(describe(variable)));
    central.call("NotifyReport", report, answer -> {});
  }

  private static ObjectNode describe(Variable variable) {
    ObjectNode data = Json.object();
    ObjectNode component = data.putObject("component").put("name", variable.key().component());
    if (variable.key().evse() > 0) {
      component.putObject("evse").put("id", variable.key().evse());
    }
    ObjectNode name = data.putObject("variable").put("name", variable.key().name());
    if (!variable.key().instance().isEmpty()) {
      name.put("instance", variable.key().instance());
    }
    data.putArray("variableAttribute")
        .addObject()
        .put("value", variable.value())
        .put("mutability", variable.writable().isPresent() ? "ReadWrite" : "ReadOnly");
    ObjectNode characteristics =
        data.putObject("variableCharacteristics")
            .put("dataType", variable.type())
            .put("supportsMonitoring", false);
    variable.maximum().ifPresent(most -> characteristics.put("maxLimit", most));
    return data;
  }
}
