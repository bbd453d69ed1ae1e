package dev.headroom.allocator.api;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Problem", description = "RFC 9457")
record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Schema(description = "What is wrong with a definition.") Optional<List<FindingView>> findings,
    @Schema(
            implementation = Long.class,
            description = "The site's version now, where another was expected; 0 if there is none.")
        OptionalLong currentVersion) {

  static final String MEDIA_TYPE = "application/problem+json";
}
