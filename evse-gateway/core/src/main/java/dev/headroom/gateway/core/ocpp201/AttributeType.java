package dev.headroom.gateway.core.ocpp201;

/** Which value of a variable. Spelt as on the wire. */
public enum AttributeType {
  Actual,
  Target,
  MinSet,
  MaxSet
}
