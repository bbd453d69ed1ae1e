package dev.headroom.cli.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the stream has said so far, for whoever draws it, and each piece of it for an output. The
 * stream's thread writes; any thread may look.
 */
final class Watching implements LimitsStream.Listener {

  private final Output output;
  private final Consumer<String> absent;
  private final InstantSource clock;
  private final Set<String> awaited = new HashSet<>();
  private volatile Picture picture;
  private boolean snapshot;

  /**
   * Nothing is heard yet.
   *
   * @param asked the sites that are asked for; none for all
   * @param absent is told in words of those that are not there, whenever that changes
   */
  Watching(Set<String> asked, Output output, Consumer<String> absent, InstantSource clock) {
    this.picture = Picture.of(asked);
    this.absent = absent;
    this.output = output;
    this.clock = clock;
  }

  Picture picture() {
    return picture;
  }

  /** Whether all the sites that were there at first have been told. */
  boolean complete() {
    return snapshot && awaited.isEmpty();
  }

  /** Whether an open stream has been silent for longer than this. */
  boolean silentFor(Duration time) {
    return picture.connection() instanceof Connection.Open
        && picture.heardAt().filter(at -> at.plus(time).isBefore(clock.instant())).isPresent();
  }

  @Override
  public void connection(Connection connection) {
    picture = picture.with(connection);
    output.connection(connection, clock.instant());
  }

  @Override
  public void alive() {
    picture = picture.alive(clock.instant());
  }

  @Override
  public void event(SseEvent event) {
    Message.of(event).ifPresent(message -> take(event, message));
  }

  private void take(SseEvent event, Message message) {
    Instant now = clock.instant();
    String site =
        switch (message) {
          case Message.Snapshot(var sites) -> {
            snapshot = true;
            awaited.addAll(sites);
            yield "";
          }
          case Message.Resumed _ -> "";
          case Message.Limits(SiteLimits limits) -> limits.site();
          case Message.Evse(SiteLimits.EvseReport report) -> report.site();
          case Message.Removed(String name) -> name;
        };
    output.message(event, message, Optional.ofNullable(picture.sites().get(site)), now);
    Optional<String> before = picture.absence();
    picture = picture.after(message, now);
    picture.absence().filter(it -> before.filter(it::equals).isEmpty()).ifPresent(absent);
    if (!(message instanceof Message.Evse)) {
      awaited.remove(site);
    }
  }
}
