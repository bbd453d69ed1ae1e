/** Events in PostgreSQL. */
package dev.headroom.dr.store;
