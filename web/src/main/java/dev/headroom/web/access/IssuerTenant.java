package dev.headroom.web.access;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Our issuer to Quarkus. It is asked for its keys by the first token, never at the start, and again
 * by the next one if it did not answer. All else of {@code quarkus.oidc.*} holds for it, too.
 */
@Singleton
class IssuerTenant implements TenantConfigResolver {

  private static final String ID = "headroom";

  private final Optional<OidcTenantConfig> tenant;

  IssuerTenant(AccessConfig config, OidcConfig others) {
    tenant = config.issuer().map(issuer -> tenant(issuer, config, others));
  }

  private static OidcTenantConfig tenant(String issuer, AccessConfig config, OidcConfig others) {
    return OidcTenantConfig.builder(OidcConfig.getDefaultTenant(others))
        .tenantId(ID)
        .authServerUrl(issuer)
        .connectionTimeout(config.issuerPatience())
        .token()
        .audience(config.audience())
        // A token that cannot be read is nobody's; asking about it would let anybody make us ask.
        .allowJwtIntrospection(false)
        .allowOpaqueTokenIntrospection(false)
        .end()
        .build();
  }

  @Override
  public Uni<OidcTenantConfig> resolve(
      RoutingContext request, OidcRequestContext<OidcTenantConfig> blocking) {
    return Uni.createFrom().optional(tenant);
  }
}
