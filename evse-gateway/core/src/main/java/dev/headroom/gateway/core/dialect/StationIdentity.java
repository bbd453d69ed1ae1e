package dev.headroom.gateway.core.dialect;

import java.util.Optional;

/**
 * What a station says it is when it boots; each word has 50 characters at most, as in OCPP 2.0.1.
 */
public record StationIdentity(String vendor, String model, Optional<String> firmware) {

  private static final int LONGEST = 50;

  public StationIdentity {
    vendor = PlainText.cut(vendor, LONGEST);
    model = PlainText.cut(model, LONGEST);
    firmware = firmware.map(text -> PlainText.cut(text, LONGEST));
  }

  /** {@code Vendor/Model}, as models are named in the configuration. */
  public String vendorAndModel() {
    return vendor + "/" + model;
  }
}
