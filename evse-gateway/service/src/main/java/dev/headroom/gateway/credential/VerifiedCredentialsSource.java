package dev.headroom.gateway.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** One memory of verified passwords for the whole process. */
@ApplicationScoped
class VerifiedCredentialsSource {

  private static final int MOST = 50_000;

  @Produces
  @Singleton
  VerifiedCredentials verifiedCredentials() {
    return new VerifiedCredentials(MOST);
  }
}
