/** Californium: sockets, DTLS with pre-shared keys, and the one resource. */
package dev.headroom.ingest.coap;
