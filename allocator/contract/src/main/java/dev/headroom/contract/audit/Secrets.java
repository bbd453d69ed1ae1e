package dev.headroom.contract.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes out what must not be read by whoever may read the audit. */
final class Secrets {

  private static final JsonNode HIDDEN = TextNode.valueOf("(hidden)");
  private static final Pattern NAMES =
      Pattern.compile(".*(password|passphrase|secret|psk|token|privatekey).*");

  private Secrets() {}

  /** A copy; whoever writes an audit should not have put any in, and is not trusted. */
  static JsonNode without(JsonNode document) {
    JsonNode copy = document.deepCopy();
    hide(copy);
    return copy;
  }

  private static void hide(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              field -> {
                if (isSecret(field.getKey()) && !field.getValue().isNull()) {
                  field.setValue(HIDDEN);
                }
              });
    }
    if (node instanceof ObjectNode || node instanceof ArrayNode) {
      node.forEach(Secrets::hide);
    }
  }

  private static boolean isSecret(String name) {
    return NAMES.matcher(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")).matches();
  }
}
