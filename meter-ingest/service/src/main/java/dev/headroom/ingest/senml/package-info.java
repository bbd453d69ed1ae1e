/** SenML packs in JSON (RFC 8428), read and resolved; knows nothing of meters. */
package dev.headroom.ingest.senml;
