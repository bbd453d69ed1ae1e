package dev.headroom.gateway.problem;

import jakarta.ws.rs.core.Response;

/** A request that is answered with a {@link Problem}. */
public final class Refused extends RuntimeException {

  private final transient Problem problem;

  private Refused(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  /** 400: the request says something that cannot be. */
  public static Refused badRequest(String detail) {
    return new Refused(Problem.of(Response.Status.BAD_REQUEST, detail));
  }

  /** 404. */
  public static Refused notFound(String detail) {
    return new Refused(Problem.of(Response.Status.NOT_FOUND, detail));
  }

  /** 409: it cannot be now. */
  public static Refused conflict(String detail) {
    return new Refused(Problem.of(Response.Status.CONFLICT, detail));
  }

  Problem problem() {
    return problem;
  }
}
