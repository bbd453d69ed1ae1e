/**
 * Audit records of services with a database: kept with the change, sent when the broker takes them.
 */
package dev.headroom.web.outbox;
