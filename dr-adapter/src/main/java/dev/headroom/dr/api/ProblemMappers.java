package dev.headroom.dr.api;

import io.vertx.pgclient.PgException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.hibernate.HibernateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where failures become HTTP codes. */
final class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
  private static final String RETRY_SECONDS = "5";

  @ServerExceptionMapper
  Response ofRequest(WebApplicationException failure) {
    Response.StatusType status = failure.getResponse().getStatusInfo();
    return Problem.of(status, String.valueOf(failure.getMessage())).response();
  }

  @ServerExceptionMapper({HibernateException.class, PgException.class, IOException.class})
  Response ofDatabase(Exception failure) {
    LOG.warnf("The database did not answer: %s", failure);
    return Response.fromResponse(
            Problem.of(
                    Problem.Kind.UNAVAILABLE,
                    "The database does not answer. Under the same id a request is never stored"
                        + " twice.")
                .response())
        .header("Retry-After", RETRY_SECONDS)
        .build();
  }
}
