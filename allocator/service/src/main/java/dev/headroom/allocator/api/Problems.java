package dev.headroom.allocator.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place that turns what goes wrong into answers. */
@Singleton
final class Problems {

  private static final Logger LOG = Logger.getLogger(Problems.class);

  /** What the server may answer before a request reaches us, or without it. */
  private static final List<Integer> OF_THE_SERVER =
      List.of(400, 401, 403, 404, 405, 406, 408, 413, 414, 415, 431, 500, 503);

  private final ObjectMapper json;

  Problems(ObjectMapper json) {
    this.json = json;
  }

  @ServerExceptionMapper
  RestResponse<Problem> answer(ProblemException exception, UriInfo asked) {
    return answer(exception.problem(), asked);
  }

  /** What the framework refuses: unknown paths, methods and media types. */
  @ServerExceptionMapper
  RestResponse<Problem> answer(WebApplicationException exception, UriInfo asked) {
    if (exception instanceof NotFoundException && exception.getCause() != null) {
      String why = Optional.ofNullable(exception.getCause().getMessage()).orElse("");
      return answer(
          ProblemException.malformed("a parameter is not what it should be: " + why).problem(),
          asked);
    }
    var status = exception.getResponse().getStatusInfo();
    String detail = Optional.ofNullable(exception.getMessage()).orElse(status.getReasonPhrase());
    return answer(Problem.of(status.getStatusCode(), status.getReasonPhrase(), detail), asked);
  }

  private static RestResponse<Problem> answer(Problem problem, UriInfo asked) {
    var answer =
        RestResponse.ResponseBuilder.<Problem>create(problem.status())
            .entity(problem.at(asked.getRequestUri().getRawPath()))
            .header("Content-Type", Problem.MEDIA_TYPE);
    return problem.status() == 503 ? answer.header("Retry-After", "1").build() : answer.build();
  }

  /** What never gets as far as a resource: bodies too large, unreadable requests, our mistakes. */
  void install(@Observes Router router) {
    OF_THE_SERVER.forEach(status -> router.errorHandler(status, this::answer));
  }

  private void answer(RoutingContext failed) {
    HttpServerResponse response = failed.response();
    if (response.ended() || response.headWritten()) {
      return;
    }
    if (failed.failure() != null) {
      LOG.error("a request failed", failed.failure());
    }
    String title = HttpResponseStatus.valueOf(failed.statusCode()).reasonPhrase();
    Problem problem = Problem.of(failed.statusCode(), title, title).at(failed.request().path());
    try {
      var unused =
          response
              .setStatusCode(problem.status())
              .putHeader("Content-Type", Problem.MEDIA_TYPE)
              .end(json.writeValueAsString(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem that is no JSON", e);
    }
  }
}
