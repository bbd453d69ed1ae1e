package dev.headroom.gateway.core.dialect;

import java.util.Optional;

/** What a station says it is when it boots. */
public record StationIdentity(String vendor, String model, Optional<String> firmware) {

  /** {@code Vendor/Model}, as models are named in the configuration. */
  public String vendorAndModel() {
    return vendor + "/" + model;
  }
}
