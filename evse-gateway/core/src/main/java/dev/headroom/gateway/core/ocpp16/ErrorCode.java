package dev.headroom.gateway.core.ocpp16;

/** The codes of a CALLERROR, spelt as OCPP-J 1.6 §4.2.3 spells them, mistakes included. */
public enum ErrorCode {
  /** The action is not known. */
  NotImplemented,
  /** The action is known but not supported. */
  NotSupported,
  /** Something went wrong inside. */
  InternalError,
  /** The payload is incomplete. */
  ProtocolError,
  /** A breach of security. */
  SecurityError,
  /** The payload is not well formed. */
  FormationViolation,
  /** A field holds a value it may not hold. */
  PropertyConstraintViolation,
  /** A field is missing or there too often. */
  OccurenceConstraintViolation,
  /** A field is of the wrong type. */
  TypeConstraintViolation,
  /** None of the others. */
  GenericError
}
