package dev.headroom.web.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.web.policy.Grants;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/** Who a request's bearer token says the caller is. */
@Singleton
class Tokens {

  private static final Logger LOG = Logger.getLogger(Tokens.class);

  private final IdentityProviderManager identities;
  private final String claim;
  private final ObjectMapper json;

  Tokens(IdentityProviderManager identities, AccessConfig config, ObjectMapper json) {
    this.identities = identities;
    this.claim = config.claim();
    this.json = json;
  }

  /** The caller, or a failure that is {@link Denied}. */
  Uni<Caller> caller(RoutingContext request) {
    return caller(
        Uni.createFrom().deferred(() -> QuarkusHttpUser.getSecurityIdentity(request, identities)));
  }

  /** The same of somebody whose token is looked at elsewhere. */
  Uni<Caller> caller(Uni<SecurityIdentity> found) {
    return found
        .onFailure(failure -> !(failure instanceof Denied))
        .transform(failure -> new Denied(refusal(failure)))
        .map(this::caller);
  }

  private static Refusal refusal(Throwable failure) {
    if (isBadToken(failure)) {
      return Refusal.BAD_TOKEN;
    }
    LOG.warnf("the issuer of tokens does not answer: %s", failure.getMessage());
    return Refusal.ISSUER_AWAY;
  }

  /** The extension says both by the same exception where keys are fetched anew. */
  private static boolean isBadToken(Throwable failure) {
    return failure instanceof AuthenticationFailedException
        && !(failure.getCause() instanceof OIDCException);
  }

  private Caller caller(SecurityIdentity identity) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      throw new Denied(Refusal.NO_TOKEN);
    }
    JsonNode claims = claims(token.getRawToken());
    return new Caller(
        text(claims, "sub"),
        Optional.of(text(claims, "iss")),
        Grants.of(entries(value(claims))),
        Optional.of(Instant.ofEpochSecond(token.getExpirationTime())));
  }

  /** As they were signed, without what libraries make of them. */
  private JsonNode claims(String token) {
    try {
      return json.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new Denied(Refusal.BAD_TOKEN);
    }
  }

  private static String text(JsonNode claims, String name) {
    return claims.path(name).asText("unknown");
  }

  /** The claim by its whole name, which may hold a slash, or by the way to it. */
  private JsonNode value(JsonNode claims) {
    return claims.has(claim) ? claims.path(claim) : claims.at("/" + claim);
  }

  private static List<String> entries(JsonNode value) {
    if (value.isTextual()) {
      return Arrays.asList(value.textValue().split("[\\s,]+", -1));
    }
    List<String> texts = new ArrayList<>();
    value.forEach(one -> texts.add(one.asText()));
    return value.isArray() ? texts : List.of();
  }
}
