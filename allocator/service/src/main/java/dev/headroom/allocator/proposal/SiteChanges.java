package dev.headroom.allocator.proposal;

import dev.headroom.contract.site.SiteProposal;
import dev.headroom.contract.site.SiteRecord;
import dev.headroom.contract.table.CompactedTable;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Changes a site by proposal and waits for what its owner makes of it, whichever instance that is:
 * the answer is what the sites topic says next. Safe for use by several threads.
 */
public final class SiteChanges implements CompactedTable.Listener<SiteRecord> {

  private record Asked(SiteProposal proposal, CompletableFuture<Answer> answer) {

    void look(Optional<SiteRecord> now) {
      Answer.to(proposal, now).ifPresent(answer::complete);
    }
  }

  private final Set<Asked> open = ConcurrentHashMap.newKeySet();
  private final Proposer proposer;
  private final Duration within;

  /**
   * Nothing is asked yet.
   *
   * @param within how long an owner is waited for
   */
  public SiteChanges(Proposer proposer, Duration within) {
    this.proposer = proposer;
    this.within = within;
  }

  @Override
  public void changed(CompactedTable.Entry<SiteRecord> entry) {
    open.stream()
        .filter(asked -> asked.proposal().site().equals(entry.key()))
        .forEach(asked -> asked.look(entry.value()));
  }

  /**
   * The owner's answer; at once, and without a proposal, if the site is as proposed already.
   *
   * @param known what the sites table says of a site now
   * @throws Unanswered if the broker or the owner says nothing in time
   */
  public Answer propose(SiteProposal proposal, Function<String, Optional<SiteRecord>> known)
      throws Unanswered {
    Asked asked = new Asked(proposal, new CompletableFuture<>());
    open.add(asked);
    try {
      asked.look(known.apply(proposal.site()));
      if (!asked.answer().isDone()) {
        proposer.propose(proposal);
      }
      return asked.answer().get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unanswered("interrupted while waiting for the site's owner", e);
    } catch (ExecutionException | IllegalStateException e) {
      throw new Unanswered("the broker does not take proposals now", e);
    } catch (TimeoutException e) {
      throw new Unanswered("the site's owner did not answer within " + seconds(within), e);
    } finally {
      open.remove(asked);
    }
  }

  private static String seconds(Duration time) {
    return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
  }

  /** Nobody answered; the proposal may be in the log and be applied yet. */
  public static final class Unanswered extends Exception {
    private static final long serialVersionUID = 1;

    Unanswered(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
