/** What the gateway counts. */
package dev.headroom.gateway.core.metric;
