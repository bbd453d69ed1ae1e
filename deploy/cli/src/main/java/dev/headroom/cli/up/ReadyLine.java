package dev.headroom.cli.up;

import dev.headroom.cli.cluster.Backends;
import dev.headroom.cli.cluster.Ports;

/** The one line that says where everything is. */
record ReadyLine(Ports ports, Backends backends, double seconds) {

  @Override
  public String toString() {
    var line = new StringBuilder("ready in %.1f s".formatted(seconds));
    line.append(": allocator http://127.0.0.1:").append(ports.allocator());
    line.append(" · chargers ws://127.0.0.1:").append(ports.gateway()).append("/ocpp/{id}");
    line.append(" · demand response http://127.0.0.1:").append(ports.dr());
    line.append(" · meters coaps://127.0.0.1:").append(ports.coaps()).append("/readings");
    ports.coap().ifPresent(it -> line.append(" and coap://127.0.0.1:").append(it));
    line.append(" (HTTP ").append(ports.ingest()).append(')');
    line.append(" · Kafka ").append(backends.broker().bootstrapServers());
    line.append(" · PostgreSQL ");
    line.append(backends.database().reactiveUrl().replaceFirst("^postgresql://", ""));
    return line.toString();
  }
}
