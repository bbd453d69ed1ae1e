package dev.headroom.gateway.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BasicCredentialsTest {

  @Test
  void findsThePasswordBehindAnIdentityThatHoldsColons() {
    assertThat(password("Basic " + encode("a:b:secret"), "a:b")).contains("secret");
    assertThat(password("basic  " + encode("a:se:cret"), "a")).contains("se:cret");
  }

  @Test
  void findsNothingForAnotherNameAnotherSchemeOrNonsense() {
    assertThat(password("Basic " + encode("b:secret"), "a")).isEmpty();
    assertThat(password("Bearer " + encode("a:secret"), "a")).isEmpty();
    assertThat(password("Basic %%%", "a")).isEmpty();
    assertThat(password("Basic " + encode("a:" + "x".repeat(1000)), "a")).isEmpty();
    assertThat(BasicCredentials.password(Optional.empty(), "a")).isEmpty();
  }

  @Test
  void readsTheIdentityFromTheLastPartOfThePath() {
    assertThat(StationUpgradeCheck.identity("/ocpp/CP-1")).contains("CP-1");
    assertThat(StationUpgradeCheck.identity("/ocpp/CP%7C1")).contains("CP|1");
    assertThat(StationUpgradeCheck.identity("/ocpp/CP+1")).contains("CP+1");
    assertThat(StationUpgradeCheck.identity("/ocpp/CP%201")).isEmpty();
    assertThat(StationUpgradeCheck.identity("/ocpp/CP%2")).isEmpty();
    assertThat(StationUpgradeCheck.identity("/ocpp/")).isEmpty();
  }

  private static Optional<String> password(String header, String station) {
    return BasicCredentials.password(Optional.of(header), station);
  }

  private static String encode(String pair) {
    return Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }
}
