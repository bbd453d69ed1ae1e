package dev.headroom.kubernetes.container;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a Containerfile of plain instructions says, one to a line. */
public record Containerfile(List<Instruction> instructions) {

  private static final Pattern ASSIGNMENT = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|(\\S+))");

  /** A line: {@code COPY} and what follows it. */
  public record Instruction(String name, String rest) {}

  /** Files of the build context, and where they go: a directory when it ends in a slash. */
  public record Copy(String source, String destination) {}

  public static Containerfile read(String text) {
    return new Containerfile(
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .map(line -> line.split("\\s+", 2))
            .map(words -> new Instruction(words[0], words[1]))
            .toList());
  }

  public List<Copy> copies() {
    return all("COPY")
        .map(rest -> rest.split("\\s+"))
        .map(words -> new Copy(words[0], words[1]))
        .toList();
  }

  public Map<String, String> environment() {
    Map<String, String> variables = new TreeMap<>();
    all("ENV")
        .flatMap(rest -> ASSIGNMENT.matcher(rest).results())
        .forEach(it -> variables.put(it.group(1), it.group(2) == null ? it.group(3) : it.group(2)));
    return variables;
  }

  /**
   * The command, without a shell around it.
   *
   * @throws IllegalStateException if it is not in exec form
   */
  public List<String> entrypoint() {
    try {
      return new ObjectMapper().readValue(only("ENTRYPOINT"), new TypeReference<>() {});
    } catch (JsonProcessingException shell) {
      throw new IllegalStateException("ENTRYPOINT is not in exec form", shell);
    }
  }

  /** The one instruction of this name. */
  public String only(String name) {
    List<String> found = all(name).toList();
    if (found.size() != 1) {
      throw new IllegalStateException(found.size() + " instructions are " + name);
    }
    return found.getFirst();
  }

  private Stream<String> all(String name) {
    return instructions.stream().filter(it -> it.name().equals(name)).map(Instruction::rest);
  }
}
