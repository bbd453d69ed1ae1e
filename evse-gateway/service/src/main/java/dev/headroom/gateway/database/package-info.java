/** PostgreSQL, never on the control path: an outage delays facts and nothing else. */
package dev.headroom.gateway.database;
