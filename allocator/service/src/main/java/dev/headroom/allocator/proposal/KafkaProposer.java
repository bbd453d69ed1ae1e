package dev.headroom.allocator.proposal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.events.CloudEvents;
import dev.headroom.contract.site.SiteProposal;
import dev.headroom.contract.topic.Topic;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Proposals into {@code headroom.site-proposals}. */
public final class KafkaProposer implements Proposer {

  private static final long PATIENCE_SECONDS = 10;

  private final Producer<byte[], byte[]> producer;
  private final String source;

  /** The producer must partition by site. */
  public KafkaProposer(Producer<byte[], byte[]> producer, String instance) {
    this.producer = producer;
    this.source = "/allocator/" + instance;
  }

  @Override
  public void propose(SiteProposal proposal) {
    var record =
        new ProducerRecord<>(
            Topic.SITE_PROPOSALS.topicName(),
            null,
            proposal.at().toEpochMilli(),
            proposal.site().getBytes(UTF_8),
            Codecs.SITE_PROPOSAL.encode(proposal),
            CloudEvents.headers(
                Topic.SITE_PROPOSALS, source, UUID.randomUUID().toString(), proposal.at()));
    try {
      producer.send(record).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while proposing " + proposal.site(), e);
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      throw new IllegalStateException("could not propose site " + proposal.site(), e);
    }
  }
}
