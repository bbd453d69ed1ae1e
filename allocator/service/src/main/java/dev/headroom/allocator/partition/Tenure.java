package dev.headroom.allocator.partition;

import dev.headroom.allocator.ownership.Claim;
import dev.headroom.allocator.ownership.Ownership;
import dev.headroom.contract.limits.LimitsRecord;
import dev.headroom.contract.topic.Keys;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our time as a partition's owner: sought, obtained, renewed. The claim is awaited without blocking
 * the thread, which has other partitions to renew.
 */
final class Tenure {

  private static final Logger LOG = LoggerFactory.getLogger(Tenure.class);
  private static final Duration BEFORE_RETRY = Duration.ofSeconds(1);
  private static final Duration BEFORE_WARNING = Duration.ofSeconds(5);

  private final int partition;
  private final Ownership ownership;
  private final LeaseTerms terms;
  private Optional<CompletableFuture<Claim>> sought = Optional.empty();
  private Optional<Claim> claim = Optional.empty();
  private Instant next = Instant.MIN;
  private Instant retryAt = Instant.MIN;

  Tenure(int partition, Ownership ownership, LeaseTerms terms) {
    this.partition = partition;
    this.ownership = ownership;
    this.terms = terms;
  }

  String key() {
    return Keys.owner(partition);
  }

  Optional<Claim> claim() {
    return claim;
  }

  void seek(Instant now) {
    sought = Optional.of(ownership.claim(partition));
    retryAt = now.plus(BEFORE_RETRY);
    next = now.plus(BEFORE_WARNING);
  }

  /** The claim, in the call in which it is first there; sought again after a failure. */
  Optional<Claim> obtained(Instant now) {
    if (sought.isEmpty() || !sought.get().isDone()) {
      if (!now.isBefore(next)) {
        LOG.warn("partition {} is claimed, but the claim is not read back yet", partition);
        next = now.plus(BEFORE_WARNING);
      }
      return Optional.empty();
    }
    if (sought.get().isCompletedExceptionally()) {
      if (!now.isBefore(retryAt)) {
        LOG.warn("partition {} is not ours yet: {}", partition, sought.get().exceptionNow());
        seek(now);
      }
      return Optional.empty();
    }
    claim = Optional.of(sought.get().resultNow());
    next = now;
    return claim;
  }

  /** The renewal, when one is due. */
  Optional<LimitsRecord> renewal(Instant now) {
    if (claim.isEmpty() || now.isBefore(next)) {
      return Optional.empty();
    }
    next = now.plus(terms.renewal());
    return Optional.of(
        new LimitsRecord.OwnerLease(
            partition, OptionalLong.of(claim.get().epoch()), terms.instance(), now, terms.lease()));
  }
}
