package dev.headroom.allocator.partition;

import java.time.Duration;

/**
 * How a partition is leased.
 *
 * @param instance our name in the lease
 * @param lease how long limits may be believed without a renewal
 * @param renewal how often it is renewed; at most a third of the lease, so that one may be lost
 */
public record LeaseTerms(String instance, Duration lease, Duration renewal) {

  public LeaseTerms {
    if (renewal.compareTo(Duration.ZERO) <= 0 || renewal.multipliedBy(3).compareTo(lease) > 0) {
      throw new IllegalArgumentException(
          "a lease of %s is renewed at least every third of it, not every %s"
              .formatted(lease, renewal));
    }
  }
}
