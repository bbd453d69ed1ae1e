package dev.headroom.kubernetes.chart;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.file.Path;
import java.util.Locale;

/** The modules that are services; each prints as its objects and images are called. */
public enum Module {
  ALLOCATOR("allocator/service"),
  EVSE_GATEWAY("evse-gateway/service"),
  DR_ADAPTER("dr-adapter"),
  METER_INGEST("meter-ingest/service");

  private final String directory;

  Module(String directory) {
    this.directory = directory;
  }

  /** The module that an object of the chart is for. */
  public static Module of(HasMetadata object) {
    return valueOf(Manifests.service(object).toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  public Path directory() {
    return Path.of(System.getProperty("headroom.root"), directory);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
