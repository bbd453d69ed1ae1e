package dev.headroom.allocator.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headroom.contract.site.SiteFile;
import dev.headroom.contract.site.SiteYaml;
import dev.headroom.core.site.Finding;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;

/** A definition in a request. */
final class SiteBody {

  /** What findings call it. */
  private static final String NAME = "body";

  private SiteBody() {}

  /**
   * The site it describes.
   *
   * @throws ProblemException if it is too large, unreadable, unsound or another site's
   */
  static SiteFile.Read read(String site, byte[] body) {
    if (body.length > SiteYaml.LARGEST_BYTES) {
      throw ProblemException.tooLarge(SiteYaml.LARGEST_BYTES);
    }
    return switch (SiteYaml.read(NAME, text(body))) {
      case SiteFile.Read read -> {
        requireName(site, read.document().site().name());
        yield read;
      }
      case SiteFile.Refused(List<Finding> findings) ->
          throw findings.getFirst().path().isEmpty()
              ? ProblemException.unreadable(findings)
              : ProblemException.refused(findings);
    };
  }

  private static String text(byte[] body) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw ProblemException.malformed("the definition is not UTF-8 text");
    }
  }

  private static void requireName(String site, String named) {
    if (!named.equals(site)) {
      throw ProblemException.refused(
          List.of(
              Finding.error(
                  "metadata.name",
                  "'%s' is put where '%s' belongs".formatted(named, site),
                  "use the same name in the path and in the definition")));
    }
  }
}
