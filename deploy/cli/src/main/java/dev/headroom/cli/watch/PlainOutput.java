package dev.headroom.cli.watch;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A line for each change. */
record PlainOutput(PrintWriter out) implements Output {

  @Override
  public void connection(Connection connection, Instant now) {
    out.println(PlainLines.connection(connection, now));
    out.flush();
  }

  @Override
  public void message(SseEvent event, Message message, Optional<SiteLimits> before, Instant now) {
    List<String> lines =
        switch (message) {
          case Message.Snapshot _, Message.Resumed _ -> List.of();
          case Message.Limits(SiteLimits limits) -> PlainLines.changes(before, limits);
          case Message.Evse(SiteLimits.EvseReport report) ->
              before.map(known -> PlainLines.changes(before, known.with(report))).orElse(List.of());
          case Message.Removed(String site) -> List.of(PlainLines.removed(site, now));
        };
    lines.forEach(out::println);
    out.flush();
  }
}
