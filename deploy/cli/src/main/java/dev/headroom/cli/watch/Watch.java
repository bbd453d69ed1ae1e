package dev.headroom.cli.watch;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Follows the stream in one of the ways it can be shown.
 *
 * @param streams of the allocator's instances
 * @param address of the instances, as they were given
 * @param asked the sites that are asked for; none for all
 * @param out where lines go
 * @param err where goes why it could not be
 */
record Watch(
    List<URI> streams,
    String address,
    Set<String> asked,
    PrintWriter out,
    PrintWriter err,
    Palette palette) {

  private static final int FAILED = 1;

  /** The allocator says something every 10 s; a stream silent for this long is dead. */
  private static final Duration SILENCE = Duration.ofSeconds(35);

  /** Ends a stream that has told all there is; nobody but {@link #once} throws it. */
  private static final class Told extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Lines until the process is stopped. */
  int asLines(boolean json) throws InterruptedException {
    Watching watching = watching(output(json), words -> tell(words + "; waiting"));
    LimitsStream stream = new LimitsStream(streams, watching);
    return follow(stream, watching);
  }

  private Watching watching(Output output, Consumer<String> absent) {
    return new Watching(asked, output, absent, InstantSource.system());
  }

  private Output output(boolean json) {
    return json ? new JsonOutput(out) : new PlainOutput(out);
  }

  private int follow(LimitsStream stream, Watching watching) throws InterruptedException {
    var timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("watch-silence").daemon().factory());
    timer.scheduleWithFixedDelay(
        () -> {
          if (watching.silentFor(SILENCE)) {
            stream.drop();
          }
        },
        1,
        1,
        TimeUnit.SECONDS);
    try {
      stream.follow();
      return 0;
    } catch (LimitsStream.Refused e) {
      return failed(String.valueOf(e.getMessage()));
    } finally {
      timer.shutdownNow();
    }
  }

  /** The whole screen, until somebody ends it. */
  int onScreen() throws IOException, InterruptedException {
    Watching watching = watching(new Silence(), words -> {});
    LimitsStream stream = new LimitsStream(streams, watching);
    AtomicInteger ended = new AtomicInteger();
    Thread reader =
        Thread.ofPlatform()
            .name("watch-stream")
            .daemon()
            .start(
                () -> {
                  try {
                    ended.set(follow(stream, watching));
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    TerminalView view = new TerminalView();
    Thread restore = Thread.ofPlatform().unstarted(() -> close(view));
    Runtime.getRuntime().addShutdownHook(restore);
    try {
      view.show(address, palette, watching::picture, reader);
    } finally {
      Runtime.getRuntime().removeShutdownHook(restore);
      close(view);
    }
    err.flush();
    return ended.get();
  }

  private static void close(TerminalView view) {
    try {
      view.close();
    } catch (IOException e) {
      System.getLogger(Watch.class.getName())
          .log(System.Logger.Level.WARNING, "the terminal may not be as it was", e);
    }
  }

  /** What there is now, from the first instance that has it, and the end. */
  int once(boolean json) throws InterruptedException {
    String why = "";
    for (URI stream : streams) {
      try {
        return once(stream, json);
      } catch (IOException | LimitsStream.Refused e) {
        why = Optional.ofNullable(e.getMessage()).orElse("no connection to " + address);
      }
    }
    return failed(why);
  }

  private int once(URI stream, boolean json)
      throws IOException, LimitsStream.Refused, InterruptedException {
    Output output = json ? new JsonOutput(out) : new Silence();
    Watching watching = watching(output, words -> {});
    try {
      new LimitsStream(List.of(stream), new UntilTold(watching)).read();
      return failed("the stream ended before it had told all");
    } catch (Told told) {
      if (!json) {
        new Screen(address, 120, 100_000, Palette.PLAIN)
            .lines(watching.picture(), Instant.now(), 0)
            .forEach(out::println);
      }
      out.flush();
      return watching.picture().absence().map(this::failed).orElse(0);
    }
  }

  private int failed(String why) {
    tell(why);
    return FAILED;
  }

  private void tell(String words) {
    err.println("headroom: " + words);
    err.flush();
  }

  /** Passes on until all is told. */
  private record UntilTold(Watching watching) implements LimitsStream.Listener {
    @Override
    public void connection(Connection connection) {
      watching.connection(connection);
    }

    @Override
    public void event(SseEvent event) {
      watching.event(event);
      if (watching.complete()) {
        throw new Told();
      }
    }

    @Override
    public void alive() {
      watching.alive();
    }
  }

  /** For a screen, which looks at the picture instead. */
  private record Silence() implements Output {
    @Override
    public void connection(Connection connection, Instant now) {}

    @Override
    public void message(
        SseEvent event, Message message, Optional<SiteLimits> before, Instant now) {}
  }
}
