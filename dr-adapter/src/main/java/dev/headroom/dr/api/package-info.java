/** The HTTP interface: events in and out, problems as of RFC 9457. */
package dev.headroom.dr.api;
