package dev.headroom.gateway.auth;

/** What became of a request for a socket. */
sealed interface Verdict {

  /** Come in. */
  record Welcome() implements Verdict {}

  /** 401: missing or wrong credentials, or nobody we know; which of them is not said. */
  record Unauthorized() implements Verdict {}

  /** 403: it is somebody, but not with this certificate or security profile. */
  record Forbidden(ForbiddenReason reason) implements Verdict {}

  /** 429: failed too often lately. */
  record TooManyAttempts() implements Verdict {}

  /** 503: we could not find out. */
  record Unavailable() implements Verdict {}
}
