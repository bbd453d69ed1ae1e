package dev.headroom.gateway.site;

import dev.headroom.gateway.config.GatewayConfig;
import dev.headroom.gateway.config.TopicsConfig;
import dev.headroom.gateway.metric.GatewayMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** One book of sites for the whole process. */
@ApplicationScoped
class SiteBookSource {

  @Produces
  @Singleton
  SiteBook siteBook(GatewayConfig config, TopicsConfig topics, GatewayMetrics metrics) {
    return new SiteBook(
        config.profileTtl(), config.clockMargin(), topics.partitions(), metrics::count);
  }
}
