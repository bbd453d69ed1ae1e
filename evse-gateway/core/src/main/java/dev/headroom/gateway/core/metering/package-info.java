/** What a charger measures, as current on the lines of the site. */
package dev.headroom.gateway.core.metering;
