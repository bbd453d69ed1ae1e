package dev.headroom.gateway.core.rpc;

import java.util.Arrays;

/**
 * The codes of a CALLERROR; OCPP-J 1.6 §4.2.3 and 2.0.1 part 4 §4.3, which spell two of them in
 * their own way each.
 */
public enum ErrorCode {
  /** The action is not known. */
  NOT_IMPLEMENTED("NotImplemented"),
  /** The action is known but not supported. */
  NOT_SUPPORTED("NotSupported"),
  /** Something went wrong inside. */
  INTERNAL_ERROR("InternalError"),
  /** The payload is incomplete. */
  PROTOCOL_ERROR("ProtocolError"),
  /** A breach of security. */
  SECURITY_ERROR("SecurityError"),
  /** The payload is not well formed. */
  FORMAT_VIOLATION("FormationViolation", "FormatViolation"),
  /** A field holds a value it may not hold. */
  PROPERTY_CONSTRAINT_VIOLATION("PropertyConstraintViolation"),
  /** A field is missing or there too often. */
  OCCURRENCE_CONSTRAINT_VIOLATION("OccurenceConstraintViolation", "OccurrenceConstraintViolation"),
  /** A field is of the wrong type. */
  TYPE_CONSTRAINT_VIOLATION("TypeConstraintViolation"),
  /** A frame that is none. */
  RPC_FRAMEWORK_ERROR("FormationViolation", "RpcFrameworkError"),
  /** A type of message that does not exist; 1.6 has no word for it. */
  MESSAGE_TYPE_NOT_SUPPORTED("GenericError", "MessageTypeNotSupported"),
  /** None of the others. */
  GENERIC_ERROR("GenericError");

  private final String in16;
  private final String in201;

  ErrorCode(String inBoth) {
    this(inBoth, inBoth);
  }

  ErrorCode(String in16, String in201) {
    this.in16 = in16;
    this.in201 = in201;
  }

  /** As this version spells it, mistakes included. */
  public String spelled(OcppVersion version) {
    return switch (version) {
      case OCPP_1_6 -> in16;
      case OCPP_2_0_1 -> in201;
    };
  }

  /** The code with this spelling; chargers use those of either version, and others. */
  public static ErrorCode named(String spelling) {
    return Arrays.stream(values())
        .filter(code -> code.in201.equals(spelling))
        .findFirst()
        .or(() -> Arrays.stream(values()).filter(code -> code.in16.equals(spelling)).findFirst())
        .orElse(GENERIC_ERROR);
  }
}
