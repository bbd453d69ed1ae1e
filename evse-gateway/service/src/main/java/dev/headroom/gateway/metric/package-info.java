/** The gateway's metrics. */
package dev.headroom.gateway.metric;
