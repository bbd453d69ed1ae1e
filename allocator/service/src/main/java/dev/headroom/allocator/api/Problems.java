package dev.headroom.allocator.api;

import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place that turns our exceptions into answers. */
final class Problems {

  @ServerExceptionMapper
  RestResponse<Problem> answer(ProblemException exception) {
    Problem problem = exception.problem();
    var answer =
        RestResponse.ResponseBuilder.<Problem>create(problem.status())
            .entity(problem)
            .header("Content-Type", Problem.MEDIA_TYPE);
    return problem.status() == 503 ? answer.header("Retry-After", "1").build() : answer.build();
  }

  /** What the server itself refuses: unknown paths, methods and media types. */
  @ServerExceptionMapper
  RestResponse<Problem> answer(WebApplicationException exception) {
    var status = exception.getResponse().getStatusInfo();
    String detail = Optional.ofNullable(exception.getMessage()).orElse(status.getReasonPhrase());
    return answer(ProblemException.other(status.getStatusCode(), status.getReasonPhrase(), detail));
  }
}
