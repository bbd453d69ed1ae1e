package dev.headroom.allocator.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Problem", description = "RFC 9457")
record Problem(
    @Schema(description = "What kind of problem; about:blank where the status says it all.")
        String type,
    String title,
    int status,
    String detail,
    @Schema(description = "The path that was asked for.") Optional<String> instance,
    @Schema(description = "What is wrong with a definition.") Optional<List<FindingView>> findings,
    @Schema(
            implementation = Long.class,
            description = "The site's version now, where another was expected; 0 if there is none.")
        OptionalLong currentVersion) {

  static final String MEDIA_TYPE = "application/problem+json";
  private static final String TYPES = "https://headroom.dev/problems/";

  /** One that the status alone says enough of. */
  static Problem of(int status, String title, String detail) {
    return new Problem(
        "about:blank",
        title,
        status,
        detail,
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty());
  }

  /** One of ours; its type is named as it is titled. */
  static Problem ours(
      int status,
      String title,
      String detail,
      Optional<List<FindingView>> findings,
      OptionalLong currentVersion) {
    String type = TYPES + title.toLowerCase(Locale.ROOT).replace(' ', '-');
    return new Problem(type, title, status, detail, Optional.empty(), findings, currentVersion);
  }

  Problem at(String path) {
    return new Problem(type, title, status, detail, Optional.of(path), findings, currentVersion);
  }
}
