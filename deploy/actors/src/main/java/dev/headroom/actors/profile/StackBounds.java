package dev.headroom.actors.profile;

/**
 * What a charger can store: the configuration keys of OCPP 1.6 §9.4, SmartChargingCtrlr in 2.0.1.
 */
public record StackBounds(int maxStackLevel, int maxPeriods, int maxInstalled) {
  public static final StackBounds ROOMY = new StackBounds(10, 24, 20);
}
