package dev.headroom.web.metric;

import dev.headroom.contract.metric.FrameworkMeters;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What frameworks measure, in the form that Prometheus asks for. */
@Singleton
class MeterFilters {

  @Produces
  @Singleton
  MeterFilter frameworkMeters() {
    return new FrameworkMeters();
  }
}
