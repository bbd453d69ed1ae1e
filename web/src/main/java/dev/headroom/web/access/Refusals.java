package dev.headroom.web.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a refusal becomes an answer, and is counted: from 0, before there is one. */
@Startup
@ApplicationScoped
class Refusals {

  /** RFC 9457. */
  record Problem(String type, String title, int status, String detail) {}

  private static final String PROBLEM = "application/problem+json";

  private final Map<Refusal.Reason, Counter> counters = new EnumMap<>(Refusal.Reason.class);

  Refusals(
      MeterRegistry registry, @ConfigProperty(name = "quarkus.application.name") String service) {
    for (Refusal.Reason reason : Refusal.Reason.values()) {
      counters.put(
          reason,
          Counter.builder("headroom.access.denied")
              .description("Requests that were refused for who asked, by why")
              .tag("service", service)
              .tag("reason", reason.name().toLowerCase(Locale.ROOT).replace('_', '-'))
              .register(registry));
    }
  }

  @ServerExceptionMapper
  Response answer(Denied denied) {
    return answer(denied.refusal());
  }

  Response answer(Refusal refusal) {
    Refusal.Reason reason = refusal.reason();
    Objects.requireNonNull(counters.get(reason)).increment();
    Response.ResponseBuilder answer =
        Response.status(reason.status())
            .type(PROBLEM)
            .entity(new Problem("about:blank", reason.title(), reason.status(), refusal.detail()));
    return switch (reason) {
      case NO_TOKEN -> answer.header("WWW-Authenticate", "Bearer").build();
      case BAD_TOKEN -> answer.header("WWW-Authenticate", "Bearer error=\"invalid_token\"").build();
      case ISSUER_AWAY -> answer.header("Retry-After", "5").build();
      case CLOSED, ROLE, SITE, UNDECLARED -> answer.build();
    };
  }
}
