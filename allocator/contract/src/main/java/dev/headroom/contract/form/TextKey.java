package dev.headroom.contract.form;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Text of one line.
 *
 * @param longest characters; at least one
 * @param pattern that the schema knows; the reader has a parser
 * @param notations all that there are, if they can be counted
 */
public record TextKey(
    String name,
    boolean required,
    String example,
    String says,
    int longest,
    Optional<String> pattern,
    List<String> notations)
    implements Key {

  static final int LONGEST = 200;

  public TextKey {
    notations = List.copyOf(notations);
  }

  /** Any text. */
  public static TextKey any(String name, String example, String says) {
    return new TextKey(name, false, example, says, LONGEST, Optional.empty(), List.of());
  }

  /** One of these and nothing else. */
  public static TextKey among(String name, String example, String says, List<String> notations) {
    return new TextKey(name, true, example, says, LONGEST, Optional.empty(), notations);
  }

  /** The same, and it must be there. */
  public TextKey mandatory() {
    return new TextKey(name, true, example, says, longest, pattern, notations);
  }

  /** The same, shorter. */
  public TextKey upTo(int characters) {
    return new TextKey(name, required, example, says, characters, pattern, notations);
  }

  /** The same, in a form. */
  public TextKey like(String regularExpression) {
    return new TextKey(
        name, required, example, says, longest, Optional.of(regularExpression), notations);
  }

  @Override
  public ObjectNode schema() {
    if (!notations.isEmpty()) {
      ObjectNode schema = JsonNodeFactory.instance.objectNode();
      ArrayNode values = schema.putArray("enum");
      notations.forEach(values::add);
      return schema;
    }
    ObjectNode schema = Key.ofType("string").put("minLength", 1).put("maxLength", longest);
    pattern.ifPresent(form -> schema.put("pattern", "^" + form + "$"));
    return schema;
  }
}
