package dev.headroom.cli.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A JSON object on each line: the event's name and place in the stream, its data as it came. */
record JsonOutput(PrintWriter out) implements Output {

  @Override
  public void connection(Connection connection, Instant now) {
    ObjectNode line = Message.JSON.createObjectNode();
    line.put("event", "connection");
    line.put("at", now.toString());
    switch (connection) {
      case Connection.Connecting _ -> line.put("state", "connecting");
      case Connection.Open _ -> line.put("state", "open");
      case Connection.Lost(String why, Duration retryIn) -> {
        line.put("state", "lost");
        line.put("reason", why);
        line.put("retryMillis", retryIn.toMillis());
      }
    }
    out.println(line);
    out.flush();
  }

  @Override
  public void message(SseEvent event, Message message, Optional<SiteLimits> before, Instant now) {
    try {
      ObjectNode line = Message.JSON.createObjectNode();
      line.put("event", event.name());
      line.put("at", now.toString());
      if (!event.id().isEmpty()) {
        line.put("id", event.id());
      }
      line.set("data", Message.JSON.readTree(event.data()));
      out.println(line);
      out.flush();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event that was readable", e);
    }
  }
}
