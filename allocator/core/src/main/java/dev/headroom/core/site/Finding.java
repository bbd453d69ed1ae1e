package dev.headroom.core.site;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something wrong with a site's definition, and what to do about it.
 *
 * @param path where in the definition, such as {@code spec.circuits[2].parent}
 * @param file the file it was read from, if any
 * @param line its line there, from 1, if known
 */
public record Finding(
    Severity severity,
    String path,
    Optional<String> file,
    OptionalInt line,
    String message,
    String remedy) {

  /** Whether the definition can be accepted all the same. */
  public enum Severity {
    ERROR,
    WARNING
  }

  public static Finding error(String path, String message, String remedy) {
    return new Finding(
        Severity.ERROR, path, Optional.empty(), OptionalInt.empty(), message, remedy);
  }

  public static Finding warning(String path, String message, String remedy) {
    return new Finding(
        Severity.WARNING, path, Optional.empty(), OptionalInt.empty(), message, remedy);
  }

  /** The same finding with its place in a file. */
  public Finding at(String file, OptionalInt line) {
    return new Finding(severity, path, Optional.of(file), line, message, remedy);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** As one line for people: {@code demo.yaml:12: error: spec.supply: message (remedy)}. */
  public String describe() {
    StringBuilder text = new StringBuilder();
    file.ifPresent(name -> text.append(name).append(':'));
    line.ifPresent(number -> text.append(number).append(':'));
    return text.append(text.isEmpty() ? "" : " ")
        .append(severity == Severity.ERROR ? "error: " : "warning: ")
        .append(path)
        .append(path.isEmpty() ? "" : ": ")
        .append(message)
        .append(remedy.isEmpty() ? "" : " (" + remedy + ")")
        .toString();
  }
}
