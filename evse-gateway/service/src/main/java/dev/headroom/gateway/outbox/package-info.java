/** Audit records that wait in the database for the broker. */
package dev.headroom.gateway.outbox;
