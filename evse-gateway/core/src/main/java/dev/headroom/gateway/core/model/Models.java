package dev.headroom.gateway.core.model;

import dev.headroom.gateway.core.dialect.StationIdentity;
import java.util.Collection;

/** What is known of a station by what it says it is. */
@FunctionalInterface
public interface Models {

  /** All that is stated of it; the more specific statement counts. */
  Traits of(StationIdentity identity);

  /**
   * Knows nothing but that these passed the link-cut test.
   *
   * @param vendorsAndModels as {@code Vendor/Model}
   */
  static Models proven(Collection<String> vendorsAndModels) {
    Traits passed = TraitsBuilder.start().proven(true).build();
    return identity ->
        vendorsAndModels.contains(identity.vendorAndModel()) ? passed : Traits.UNKNOWN;
  }
}
