package dev.headroom.contract.site;

import java.util.Optional;

/**
 * Where a site's definition stands: a value of {@code headroom.sites}. Its tombstone says that the
 * site is deleted.
 *
 * @param version of the accepted definition, from 1 and growing; 0 before the first
 * @param accepted what the site is run by; empty until a first proposal was accepted
 * @param origin of what is accepted; empty if that is not known
 * @param lastRejection the newest proposal, if it was refused
 */
public record SiteRecord(
    String site,
    long version,
    Optional<SiteDocument> accepted,
    Optional<Provenance> origin,
    Optional<Rejection> lastRejection) {

  public SiteRecord {
    if (version < 0 || accepted.isPresent() != version > 0) {
      throw new IllegalArgumentException(
          "site '%s': version %d does not go with %s definition"
              .formatted(site, version, accepted.isPresent() ? "an accepted" : "no accepted"));
    }
    accepted.ifPresent(
        document -> {
          if (!document.site().name().equals(site)) {
            throw new IllegalArgumentException(
                "site '%s' holds the definition of '%s'".formatted(site, document.site().name()));
          }
        });
  }

  /** A record of unknown origin. */
  public SiteRecord(
      String site,
      long version,
      Optional<SiteDocument> accepted,
      Optional<Rejection> lastRejection) {
    this(site, version, accepted, Optional.empty(), lastRejection);
  }
}
