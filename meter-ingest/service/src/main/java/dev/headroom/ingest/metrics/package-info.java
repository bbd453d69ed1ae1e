/** What the service counts. */
package dev.headroom.ingest.metrics;
