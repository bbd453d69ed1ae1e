/** Metrics as Prometheus wants them. */
package dev.headroom.contract.metric;
