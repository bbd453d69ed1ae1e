package dev.headroom.gateway.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorCodeTest {

  @Test
  void codesAreSpeltAsEachSpecificationSpellsThem() {
    assertThat(spelled(OcppVersion.OCPP_1_6))
        .containsExactlyInAnyOrder(
            "NotImplemented",
            "NotSupported",
            "InternalError",
            "ProtocolError",
            "SecurityError",
            "FormationViolation",
            "PropertyConstraintViolation",
            "OccurenceConstraintViolation",
            "TypeConstraintViolation",
            "GenericError");
    assertThat(spelled(OcppVersion.OCPP_2_0_1))
        .containsExactlyInAnyOrder(
            "FormatViolation",
            "GenericError",
            "InternalError",
            "MessageTypeNotSupported",
            "NotImplemented",
            "NotSupported",
            "OccurrenceConstraintViolation",
            "PropertyConstraintViolation",
            "ProtocolError",
            "RpcFrameworkError",
            "SecurityError",
            "TypeConstraintViolation");
  }

  @Test
  void readsEitherSpellingAndTakesAnyOtherForAnUnnamedError() {
    assertThat(ErrorCode.named("FormationViolation")).isEqualTo(ErrorCode.FORMAT_VIOLATION);
    assertThat(ErrorCode.named("FormatViolation")).isEqualTo(ErrorCode.FORMAT_VIOLATION);
    assertThat(ErrorCode.named("GenericError")).isEqualTo(ErrorCode.GENERIC_ERROR);
    assertThat(ErrorCode.named("Odd")).isEqualTo(ErrorCode.GENERIC_ERROR);
  }

  private static List<String> spelled(OcppVersion version) {
    return Arrays.stream(ErrorCode.values()).map(code -> code.spelled(version)).distinct().toList();
  }
}
