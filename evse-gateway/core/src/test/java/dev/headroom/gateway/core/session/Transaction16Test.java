package dev.headroom.gateway.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.gateway.core.dialect.Occupancy;
import dev.headroom.gateway.core.fixture.Charger;
import dev.headroom.gateway.core.fixture.Line;
import dev.headroom.gateway.core.fixture.Sites;
import dev.headroom.gateway.core.ocpp16.AuthorizationStatus;
import dev.headroom.gateway.core.ocpp16.Authorize;
import dev.headroom.gateway.core.ocpp16.DataTransfer;
import dev.headroom.gateway.core.ocpp16.DataTransferStatus;
import dev.headroom.gateway.core.ocpp16.IdTagInfo;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** OCPP 1.6 §4, §5: what its charge points say of transactions, and only they. */
class Transaction16Test {

  private final Line line = Line.booted(new Charger(), Sites.oneBay());

  @Test
  void aMeterThatNamesATransactionAdoptsNoneWhereNobodyIs() {
    line.status(1, Occupancy.FREE);
    line.measureIn("98", 1, "6");

    assertThat(line.state().session()).isEmpty();
  }

  @Test
  void authorizesAllAndKnowsNoVendor() {
    assertThat(line.call(new Authorize.Req("anyone")))
        .isEqualTo(new Authorize.Conf(IdTagInfo.of(AuthorizationStatus.Accepted)));
    assertThat(line.call(new DataTransfer.Req("acme", Optional.empty(), Optional.empty())))
        .isEqualTo(new DataTransfer.Conf(DataTransferStatus.UnknownVendorId, Optional.empty()));
  }
}
