package dev.headroom.gateway.health;

import dev.headroom.gateway.database.Database;
import dev.headroom.gateway.fact.FactLog;
import dev.headroom.gateway.kafka.Broker;
import dev.headroom.gateway.site.SiteBook;
import dev.headroom.gateway.site.SiteTables;
import dev.headroom.gateway.state.StatePublisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Ready once sites and limits have been read. A broker or a database that is away now is told, but
 * takes no charger's socket from us: without them limits still fall.
 */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
class Readiness implements HealthCheck {

  private final SiteTables tables;
  private final SiteBook book;
  private final StatePublisher states;
  private final FactLog facts;
  private final Broker broker;
  private final Database database;

  Readiness(
      SiteTables tables,
      SiteBook book,
      StatePublisher states,
      FactLog facts,
      Broker broker,
      Database database) {
    this.tables = tables;
    this.book = book;
    this.states = states;
    this.facts = facts;
    this.broker = broker;
    this.database = database;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("evse-gateway").status(tables.ready());
    tables.tables().forEach(table -> answer.withData(table.topic().topicName(), table.progress()));
    broker.told().forEach(answer::withData);
    database.told().forEach(answer::withData);
    return answer
        .withData("states", states.healthy() ? "written" : "not taken by the broker")
        .withData("facts.waiting", facts.waiting())
        .withData("sites", book.size())
        .withData("sites.leased", book.held(Instant.now()))
        .build();
  }
}
