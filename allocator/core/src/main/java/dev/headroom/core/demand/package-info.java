/** The power that a site may take so that no window of its tariff exceeds the demand cap. */
package dev.headroom.core.demand;
