package dev.headroom.contract.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * SHA-256 of a document's content, in hexadecimal. Layout, comments, the order of keys and the way
 * a number is written ({@code 0.8}, {@code 0.80}) make no difference.
 */
public final class ContentHash {

  private ContentHash() {}

  public static String of(JsonNode definition) {
    StringBuilder canonical = new StringBuilder();
    write(definition, canonical);
    return HexFormat.of().formatHex(sha256().digest(canonical.toString().getBytes(UTF_8)));
  }

  private static void write(JsonNode node, StringBuilder out) {
    if (node.isObject()) {
      Map<String, JsonNode> sorted = new TreeMap<>();
      node.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
      out.append('{');
      sorted.forEach(
          (key, value) -> {
            writeText(key, out);
            write(value, out);
          });
      out.append('}');
    } else if (node.isArray()) {
      out.append('[');
      node.forEach(item -> write(item, out.append(',')));
      out.append(']');
    } else if (node.isNumber()) {
      out.append('#').append(node.decimalValue().stripTrailingZeros());
    } else if (node.isTextual()) {
      writeText(node.textValue(), out);
    } else {
      out.append(node.asText());
    }
  }

  /** The length in front keeps "a" beside "b" apart from "ab". */
  private static void writeText(String text, StringBuilder out) {
    out.append('"').append(text.length()).append(':').append(text);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
