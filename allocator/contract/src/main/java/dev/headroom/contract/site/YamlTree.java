package dev.headroom.contract.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/**
 * A YAML document as a tree with line numbers. Only what a site needs is understood: mappings,
 * sequences and scalars. Aliases, tags, several documents and deep nests are refused, so a small
 * file cannot grow large in memory. Scalars follow YAML 1.2: {@code no} and {@code on} are text.
 */
final class YamlTree {

  /** A document and where its parts stand. */
  record Parsed(JsonNode document, Lines lines) {}

  /** Why it is no such document, and on which line. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;
    final int line;
    final String remedy;

    Unreadable(int line, String message, String remedy) {
      super(message);
      this.line = line;
      this.remedy = remedy;
    }
  }

  private static final int DEEPEST = 20;
  private static final int LONGEST_KEY = 200;
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,9})(\\.[0-9]{1,9})?");
  private static final Pattern SMALL_WHOLE = Pattern.compile("-?[0-9]{1,9}");

  private final Iterator<Event> events;
  private final Map<String, Integer> lines = new HashMap<>();

  private YamlTree(String yaml) {
    events = new Yaml(new LoaderOptions()).parse(new StringReader(yaml)).iterator();
  }

  static Parsed parse(String yaml) throws Unreadable {
    try {
      YamlTree tree = new YamlTree(yaml);
      JsonNode document = tree.document();
      return new Parsed(document, new Lines(tree.lines));
    } catch (MarkedYAMLException e) {
      throw new Unreadable(line(e), "not YAML: " + e.getProblem(), "check indentation and quotes");
    } catch (YAMLException e) {
      throw new Unreadable(1, "not YAML: " + e.getMessage(), "save it as plain UTF-8 text");
    }
  }

  private JsonNode document() throws Unreadable {
    Event first = nextOtherThan(Event.ID.StreamStart);
    if (!first.is(Event.ID.DocumentStart)) {
      throw new Unreadable(1, "the file is empty", "describe a site in it");
    }
    JsonNode document = node(events.next(), "", 0);
    events.next(); // the document's end
    Event after = events.next();
    if (!after.is(Event.ID.StreamEnd)) {
      throw new Unreadable(
          line(after), "a second document begins here", "keep one site in each file");
    }
    return document;
  }

  private Event nextOtherThan(Event.ID skipped) {
    Event event = events.next();
    return event.is(skipped) ? events.next() : event;
  }

  private JsonNode node(Event event, String path, int depth) throws Unreadable {
    lines.putIfAbsent(path, line(event));
    if (depth > DEEPEST) {
      throw new Unreadable(line(event), "nested too deeply", "a site nests six levels at most");
    }
    return switch (event) {
      case ScalarEvent scalar -> scalar(scalar);
      case MappingStartEvent mapping -> mapping(mapping, path, depth);
      case SequenceStartEvent sequence -> sequence(sequence, path, depth);
      case AliasEvent alias ->
          throw new Unreadable(
              line(alias), "the alias '*" + alias.getAnchor() + "'", "write the value out");
      default -> throw new Unreadable(line(event), "not a value: " + event, "write a value");
    };
  }

  private ObjectNode mapping(MappingStartEvent start, String path, int depth) throws Unreadable {
    refuseTag(start.getTag(), start);
    ObjectNode mapping = JsonNodeFactory.instance.objectNode();
    for (Event event = events.next(); !event.is(Event.ID.MappingEnd); event = events.next()) {
      if (!(event instanceof ScalarEvent key) || key.getValue().length() > LONGEST_KEY) {
        throw new Unreadable(line(event), "a key that is no short text", "name the key");
      }
      String child = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
      if (mapping.has(key.getValue())) {
        throw new Unreadable(
            line(key),
            child + " is there twice, first on line " + lines.get(child),
            "keep one of them");
      }
      lines.put(child, line(key));
      mapping.set(key.getValue(), node(events.next(), child, depth + 1));
    }
    return mapping;
  }

  private ArrayNode sequence(SequenceStartEvent start, String path, int depth) throws Unreadable {
    refuseTag(start.getTag(), start);
    ArrayNode sequence = JsonNodeFactory.instance.arrayNode();
    for (Event event = events.next(); !event.is(Event.ID.SequenceEnd); event = events.next()) {
      sequence.add(node(event, path + "[" + sequence.size() + "]", depth + 1));
    }
    return sequence;
  }

  private JsonNode scalar(ScalarEvent scalar) throws Unreadable {
    refuseTag(scalar.getTag(), scalar);
    String text = scalar.getValue();
    if (!scalar.isPlain()) {
      return TextNode.valueOf(text);
    }
    return switch (text) {
      case "", "~", "null" -> NullNode.getInstance();
      case "true" -> BooleanNode.TRUE;
      case "false" -> BooleanNode.FALSE;
      default -> numberOrText(text);
    };
  }

  private static JsonNode numberOrText(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return TextNode.valueOf(text);
    }
    return SMALL_WHOLE.matcher(text).matches()
        ? IntNode.valueOf(Integer.parseInt(text))
        : DecimalNode.valueOf(new BigDecimal(text));
  }

  private static void refuseTag(@Nullable String tag, Event event) throws Unreadable {
    if (tag != null) {
      throw new Unreadable(line(event), "the tag '" + tag + "'", "write the value without a tag");
    }
  }

  /** A quote that is never closed is a mistake where it opens, not at the file's end. */
  private static int line(MarkedYAMLException e) {
    String context = String.valueOf(e.getContext());
    Mark mark =
        context.startsWith("while scanning a quoted") ? e.getContextMark() : e.getProblemMark();
    return mark == null ? 1 : mark.getLine() + 1;
  }

  private static int line(Event event) {
    return event.getStartMark().getLine() + 1;
  }
}
