package dev.headroom.cli.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.cli.machine.CannotStart;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAddressTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("HEADROOM_POSTGRES_PASSWORD", "from-environment");

  @ParameterizedTest
  @CsvSource({
    "postgresql://ann:pw@db:5433/cars,                     db, 5433, cars, ann, pw",
    "postgres://ann:pw@db/cars,                            db, 5432, cars, ann, pw",
    "postgresql://ann@db/cars,                             db, 5432, cars, ann, from-environment",
    "postgresql://ann:p%40s%2Bs@db/cars,                   db, 5432, cars, ann, p@s+s",
    "postgresql://ann:p+s@[::1]:5433/cars,                 [::1], 5433, cars, ann, p+s",
    "jdbc:postgresql://db:5433/cars?user=ann&password=pw,  db, 5433, cars, ann, pw",
    "jdbc:postgresql://db/cars?user=ann,                   db, 5432, cars, ann, from-environment",
  })
  void readsBothForms(
      String url, String host, int port, String database, String user, String password) {
    assertThat(PostgresAddress.parse(url, ENVIRONMENT))
        .isEqualTo(new PostgresAddress(host, port, database, user, password));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ann:s3cret@db",
        "postgresql://:s3cret@db/cars",
        "postgresql://ann:s3cret@with@db/cars",
        "postgresql://ann:s3cret%@db/cars",
        "postgresql://ann:s3cret@a,b/cars",
        "postgresql://ann:s3cret@db/cars?sslmode=require",
        "mysql://ann:s3cret@db/cars",
        "s3cret cars",
      })
  void refusesTheOthersWithoutSayingTheirPassword(String url) {
    assertThatThrownBy(() -> PostgresAddress.parse(url, Map.of()))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("--postgres")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void printsWithoutThePassword() {
    var address = PostgresAddress.parse("postgresql://ann:s3cret@db/cars", Map.of());
    assertThat(address + " " + address.asDatabase())
        .contains("ann")
        .contains("postgresql://db:5432/cars")
        .doesNotContain("s3cret");
    assertThat(address.asDatabase().jdbcUrl()).startsWith("jdbc:postgresql://db:5432/cars");
  }
}
