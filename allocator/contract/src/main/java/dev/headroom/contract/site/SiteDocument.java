package dev.headroom.contract.site;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.core.site.Finding;
import dev.headroom.core.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A site with the definition it was read from.
 *
 * @param contentHash of the definition, whatever its layout; see {@link ContentHash}
 * @param definition the document as it was written, comments and layout aside
 */
public record SiteDocument(Site site, String contentHash, JsonNode definition) {

  /**
   * A definition that was accepted before. Its parts are checked, the rules of the whole are not:
   * rules that grew stricter since must not stop a site that runs.
   *
   * @throws IllegalArgumentException saying what cannot be read
   */
  public static SiteDocument of(JsonNode definition) {
    List<Finding> findings = new ArrayList<>();
    Optional<Site> site = new SiteBinder(findings).site(definition);
    return new SiteDocument(
        site.orElseThrow(
            () -> new IllegalArgumentException("definition: " + findings.getFirst().describe())),
        ContentHash.of(definition),
        definition);
  }

  /** Documents of one content are equal, however their numbers are written. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SiteDocument that && contentHash.equals(that.contentHash);
  }

  @Override
  public int hashCode() {
    return contentHash.hashCode();
  }
}
