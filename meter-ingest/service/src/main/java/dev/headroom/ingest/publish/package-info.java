/** The way from a believed reading to the broker's acknowledgement, fresh ones first. */
package dev.headroom.ingest.publish;
