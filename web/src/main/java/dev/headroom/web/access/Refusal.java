package dev.headroom.web.access;

import dev.headroom.web.policy.Action;
import dev.headroom.web.policy.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Why a request does not go on, and how that is answered. */
record Refusal(Reason reason, String detail) {

  /** As counted. */
  enum Reason {
    CLOSED(403, "Closed"),
    NO_TOKEN(401, "Unauthorized"),
    BAD_TOKEN(401, "Unauthorized"),
    ISSUER_AWAY(503, "Issuer away"),
    ROLE(403, "Forbidden"),
    SITE(403, "Forbidden"),
    UNDECLARED(403, "Closed");

    private final int status;
    private final String title;

    Reason(int status, String title) {
      this.status = status;
      this.title = title;
    }

    int status() {
      return status;
    }

    String title() {
      return title;
    }
  }

  static final Refusal CLOSED =
      new Refusal(
          Reason.CLOSED,
          "this service listens beyond this machine and knows no issuer of tokens:"
              + " set headroom.access.issuer (HEADROOM_ACCESS_ISSUER)");
  static final Refusal FORWARDED =
      new Refusal(
          Reason.CLOSED,
          "without an issuer of tokens only this machine itself is answered, and this request"
              + " comes from elsewhere: set headroom.access.issuer (HEADROOM_ACCESS_ISSUER)");
  static final Refusal NO_TOKEN =
      new Refusal(Reason.NO_TOKEN, "send 'Authorization: Bearer' with a token of the issuer");
  static final Refusal BAD_TOKEN =
      new Refusal(
          Reason.BAD_TOKEN, "the token is not believed: check issuer, audience, end and signature");
  static final Refusal ISSUER_AWAY =
      new Refusal(
          Reason.ISSUER_AWAY, "the issuer of tokens does not answer, so nobody is known yet");
  static final Refusal UNDECLARED =
      new Refusal(Reason.UNDECLARED, "nobody said who may do this, so nobody may");

  static Refusal role(Set<Action> any) {
    String roles =
        Arrays.stream(Role.values())
            .filter(role -> any.stream().anyMatch(role::may))
            .map(Role::label)
            .collect(Collectors.joining(", "));
    return new Refusal(Reason.ROLE, "this takes one of the roles " + roles + " at some site");
  }

  static Refusal site(List<String> sites) {
    String where = sites.isEmpty() ? "at all sites (*)" : "at " + String.join(", ", sites);
    return new Refusal(Reason.SITE, "your roles do not allow this " + where);
  }
}
