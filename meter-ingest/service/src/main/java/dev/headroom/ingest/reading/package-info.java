/** What a pack of a meter says, and which of it is believed. */
package dev.headroom.ingest.reading;
