package dev.headroom.allocator.api;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place that turns our exceptions into answers. */
final class Problems {

  @ServerExceptionMapper
  RestResponse<Problem> answer(ProblemException exception) {
    Problem problem = exception.problem();
    var answer =
        RestResponse.ResponseBuilder.create(
                RestResponse.Status.fromStatusCode(problem.status()), problem)
            .header("Content-Type", Problem.MEDIA_TYPE);
    return problem.status() == 503 ? answer.header("Retry-After", "1").build() : answer.build();
  }
}
