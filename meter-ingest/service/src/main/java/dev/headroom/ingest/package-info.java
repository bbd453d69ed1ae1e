/** Readings of CT meters, from CoAP to the broker: the service's start, settings and health. */
package dev.headroom.ingest;
