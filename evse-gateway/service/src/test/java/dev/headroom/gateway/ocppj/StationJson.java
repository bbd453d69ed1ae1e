package dev.headroom.gateway.ocppj;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.headroom.gateway.core.dialect.Dialect;
import dev.headroom.gateway.core.rpc.Action;
import dev.headroom.gateway.core.rpc.Frame;
import java.util.Optional;

/** Reads what a station is called for, which the gateway's own codec has no use for. */
public record StationJson(Dialect dialect) {

  private static final JsonMapper JSON =
      JsonMapper.builder().addModule(new Jdk8Module()).addModule(OcppTime.module()).build();

  /** The call, if it is one. */
  public Optional<Frame.Call> call(String text) {
    try {
      JsonNode array = JSON.readTree(text);
      if (array.path(0).asInt() != 2) {
        return Optional.empty();
      }
      Action action = dialect.action(array.path(2).asText()).orElseThrow();
      return Optional.of(
          new Frame.Call(
              array.path(1).asText(), JSON.treeToValue(array.path(3), action.request())));
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException(text, unreadable);
    }
  }
}
