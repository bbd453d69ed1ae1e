package dev.headroom.allocator.ownership;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headroom.allocator.limits.LimitsBoard;
import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.events.CloudEvents;
import dev.headroom.contract.limits.LimitsRecord;
import dev.headroom.contract.topic.Keys;
import dev.headroom.contract.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Ownership in the limits topic itself. The claim is a record of its own producer, since its offset
 * is the epoch; that the log is read up to there is known from the board, which every instance
 * keeps anyway: a take-over waits milliseconds, not for a topic to be read.
 */
public final class KafkaOwnership implements Ownership {

  private final Producer<byte[], byte[]> producer;
  private final LimitsBoard board;
  private final String instance;
  private final Duration lease;
  private final InstantSource clock;

  /**
   * Claims under this name.
   *
   * @param producer its delivery time-out bounds how long a claim may take to be written
   */
  public KafkaOwnership(
      Producer<byte[], byte[]> producer,
      LimitsBoard board,
      String instance,
      Duration lease,
      InstantSource clock) {
    this.producer = producer;
    this.board = board;
    this.instance = instance;
    this.lease = lease;
    this.clock = clock;
  }

  @Override
  public CompletableFuture<Claim> claim(int partition) {
    Optional<Claim.Predecessor> before = owner(partition);
    return write(partition)
        .thenCompose(
            epoch ->
                board
                    .whenRead(partition, epoch)
                    .thenApply(
                        read -> new Claim(partition, epoch, board.issuedOn(partition), before)));
  }

  private Optional<Claim.Predecessor> owner(int partition) {
    return Optional.ofNullable(board.owners().get(partition))
        .map(owner -> new Claim.Predecessor(owner.epoch(), owner.lease().renewedAt()));
  }

  private CompletableFuture<Long> write(int partition) {
    Instant now = clock.instant();
    var opening =
        new LimitsRecord.OwnerLease(partition, OptionalLong.empty(), instance, now, lease);
    var record =
        new ProducerRecord<>(
            Topic.LIMITS.topicName(),
            partition,
            now.toEpochMilli(),
            Keys.owner(partition).getBytes(UTF_8),
            Codecs.LIMITS.encode(opening),
            CloudEvents.headers(
                Topic.LIMITS, "/allocator/" + instance, UUID.randomUUID().toString(), now));
    CompletableFuture<Long> written = new CompletableFuture<>();
    try {
      producer.send(
          record,
          (metadata, failure) -> {
            if (failure == null) {
              written.complete(metadata.offset());
            } else {
              written.completeExceptionally(failure);
            }
          });
    } catch (RuntimeException e) {
      written.completeExceptionally(e);
    }
    return written;
  }
}
