package dev.headroom.cli.up;

import dev.headroom.contract.codec.Codecs;
import dev.headroom.contract.table.CompactedTable;
import dev.headroom.contract.topic.Topic;
import dev.headroom.core.evse.EvseState;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Looks out for the first charger of some sites to acknowledge a limit. What the topic held before,
 * of an earlier start on the same data, does not count.
 */
final class AcknowledgementWatch implements AutoCloseable {
  private final Set<String> sites;
  private final CompletableFuture<String> first = new CompletableFuture<>();
  private final CompactedTable<EvseState> states;

  AcknowledgementWatch(String bootstrapServers, Set<String> sites) {
    this.sites = sites;
    states =
        new CompactedTable<>(
            Map.of("bootstrap.servers", bootstrapServers),
            Topic.EVSE_STATES,
            Codecs.EVSE_STATE,
            this::changed);
    states.start();
  }

  boolean acknowledged() {
    return first.isDone();
  }

  /** Who acknowledged what. */
  String description() {
    return first.getNow("none yet");
  }

  @Override
  public void close() {
    states.close();
  }

  private void changed(CompactedTable.Entry<EvseState> entry) {
    if (states.ready()) {
      entry
          .value()
          .filter(state -> state.online() && sites.contains(state.site()))
          .flatMap(AcknowledgementWatch::describe)
          .ifPresent(first::complete);
    }
  }

  private static Optional<String> describe(EvseState state) {
    return state
        .acknowledged()
        .map(
            it ->
                "%s/%s acknowledged %.1f A"
                    .formatted(state.site(), state.evse(), it.limitMilliamps() / 1000.0));
  }
}
