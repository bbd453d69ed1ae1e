package dev.headroom.gateway.core.ocpp201;

import java.util.List;
import java.util.Optional;

/** Whether an identifier may charge; OCPP 2.0.1 C01. */
public sealed interface Authorize {

  record Req(
      IdToken idToken,
      Optional<String> certificate,
      Optional<List<Object>> iso15118CertificateHashData)
      implements Authorize, FromStation {
    public Req {
      iso15118CertificateHashData = iso15118CertificateHashData.map(List::copyOf);
    }

    @Override
    public Action action() {
      return Action.AUTHORIZE;
    }
  }

  record Res(IdTokenInfo idTokenInfo) implements Authorize, Answer {}
}
